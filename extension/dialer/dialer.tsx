import type { CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { CallAnnouncer } from "../shell/call-announcer.tsx";
import { useConnection } from "../shell/connection.tsx";
import "./dialer.css";
import { AfterCall } from "./after-call.tsx";
import { IdleDialer } from "./idle-dialer.tsx";
import { InCall } from "./in-call.tsx";
import type { NumberEntry } from "./number-entry.ts";
import { useKeptPaint } from "./use-kept-paint.ts";
import { useNumberEntry, type NumberEntryState } from "./use-number-entry.ts";
import { NotConnected } from "./not-connected.tsx";

/** The popup. What it shows follows from the snapshot alone, so closing and opening it changes nothing. */
export function Dialer({ draft }: { draft: NumberEntry | undefined }) {
  const { snapshot } = useCall();
  const { session } = useConnection();
  const numberEntry = useNumberEntry(draft);
  useKeptPaint(snapshot.state);
  return (
    <>
      <CallAnnouncer />
      <Screen state={snapshot.state} isSignedIn={session !== undefined} numberEntry={numberEntry} />
    </>
  );
}

interface ScreenProps {
  state: CallState;
  isSignedIn: boolean;
  numberEntry: NumberEntryState;
}

function Screen({ state, isSignedIn, numberEntry }: ScreenProps) {
  switch (state.status) {
    case "idle":
      return isSignedIn ? <IdleDialer numberEntry={numberEntry} /> : <NotConnected />;
    case "ended":
    case "failed":
      return <AfterCall state={state} numberEntry={numberEntry} />;
    case "requesting":
    case "pending":
    case "ringing":
    case "open":
    case "reconnecting":
      return <InCall state={state} />;
  }
}
