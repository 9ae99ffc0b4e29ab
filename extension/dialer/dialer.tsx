import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { CallAnnouncer } from "../shell/call-announcer.tsx";
import { useConnection } from "../shell/connection.tsx";
import "./dialer.css";
import { AfterCall } from "./after-call.tsx";
import { IdleDialer } from "./idle-dialer.tsx";
import { InCall } from "./in-call.tsx";
import type { NumberEntry } from "./number-entry.ts";
import { NotConnected } from "./not-connected.tsx";

/** The popup. What it shows follows from the snapshot alone, so closing and opening it changes nothing. */
export function Dialer({ draft }: { draft: NumberEntry | undefined }) {
  const { snapshot } = useCall();
  const { session } = useConnection();
  return (
    <>
      <CallAnnouncer />
      <Screen state={snapshot.state} isSignedIn={session !== undefined} draft={draft} />
    </>
  );
}

interface ScreenProps {
  state: CallState;
  isSignedIn: boolean;
  draft: NumberEntry | undefined;
}

function Screen({ state, isSignedIn, draft }: ScreenProps) {
  switch (state.status) {
    case "idle":
      return isSignedIn ? <IdleDialer draft={draft} /> : <NotConnected />;
    case "ended":
    case "failed":
      return <AfterCall state={state} />;
    case "requesting":
    case "pending":
    case "ringing":
    case "open":
    case "reconnecting":
      return <InCall state={state} />;
  }
}
