import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { useStartCall } from "../shell/use-start-call.ts";
import { Notice } from "../ui/notice.tsx";
import "./after-call.css";
import { FailedCall } from "./failed-call.tsx";
import { Receipt } from "./receipt.tsx";

type OverState = Extract<CallState, { status: "ended" | "failed" }>;

/** After a call: what it came to, or why it did not come about, and what to do next. */
export function AfterCall({ state }: { state: OverState }) {
  const { client } = useCall();
  const { start, refused } = useStartCall();
  const callAgain = () => start({ to: state.call?.toNumber ?? state.dialled });
  const done = () => void client.dismiss();
  return (
    <main className="after-call">
      {state.status === "ended" ? (
        <Receipt state={state} onCallAgain={callAgain} onDone={done} />
      ) : (
        <FailedCall state={state} onCallAgain={callAgain} onDone={done} />
      )}
      {refused && <Notice tone="problem">{refused.message}</Notice>}
    </main>
  );
}
