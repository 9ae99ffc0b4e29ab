import { tellFailure } from "../call/failure-words.ts";
import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { useStartCall } from "../shell/use-start-call.ts";
import { Notice } from "../ui/notice.tsx";
import "./after-call.css";
import { FailedCall } from "./failed-call.tsx";
import { Receipt } from "./receipt.tsx";
import type { NumberEntryState } from "./use-number-entry.ts";

type OverState = Extract<CallState, { status: "ended" | "failed" }>;

/** After a call: what it came to, or why it did not come about, and what to do next. */
export function AfterCall({ state, numberEntry }: { state: OverState; numberEntry: NumberEntryState }) {
  const { client } = useCall();
  const { start, refused } = useStartCall();
  const callAgain = () => start({ to: state.call?.toNumber ?? state.dialled });
  const dismiss = () => void client.dismiss();
  const finish = () => {
    numberEntry.clear();
    dismiss();
  };
  const mend = () => {
    // The number may have been clicked on a page: it comes into the field to be mended there.
    numberEntry.change({ ...numberEntry.entry, text: state.dialled });
    dismiss();
  };
  return (
    <main className="after-call">
      {state.status === "ended" ? (
        <Receipt state={state} onCallAgain={callAgain} onDone={finish} />
      ) : (
        <FailedCall state={state} onCallAgain={callAgain} onMend={mend} onClose={dismiss} />
      )}
      {refused && <Notice tone="problem">{tellFailure(refused)}</Notice>}
    </main>
  );
}
