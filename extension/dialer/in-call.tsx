import { useEffect, useRef, useState } from "react";
import { dialerStatus, type CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { partyOf, titleOf } from "../shell/party.ts";
import { statusWords } from "../shell/status-words.ts";
import { useCallKeys } from "../shell/use-call-keys.ts";
import { useMeter } from "../shell/use-meter.ts";
import { formatDuration } from "../ui/format-duration.ts";
import { CallControls } from "./call-controls.tsx";
import { CallFigures } from "./call-figures.tsx";
import { CallNotes } from "./call-notes.tsx";
import "./in-call.css";
import "./night.css";
import { CalledParty } from "./called-party.tsx";
import { Keypad } from "./keypad.tsx";

type LiveState = Extract<CallState, { status: "requesting" | "pending" | "ringing" | "open" | "reconnecting" }>;

/** A call under way. Night falls over the popup, so that nobody wonders whether they are still on the line. */
export function InCall({ state }: { state: LiveState }) {
  const { snapshot, client } = useCall();
  const meter = useMeter(snapshot);
  const [isKeypadOpen, setIsKeypadOpen] = useState(false);
  const [sentDigits, setSentDigits] = useState("");
  const status = dialerStatus(state);
  const party = partyOf(state);
  const talking = state.status === "open" || state.status === "reconnecting" ? state : undefined;
  const heading = useFocusOnce();

  const send = (digit: string) => {
    setSentDigits((sent) => sent + digit);
    void client.sendDigits(digit);
  };
  const toggleMute = () => talking && void client.setMuted(!talking.isMuted);
  useCallKeys({ isTalking: talking !== undefined, onDigit: send, onMute: toggleMute });

  return (
    <main className="night in-call" data-status={status} ref={heading} tabIndex={-1} aria-label={`Call with ${titleOf(party)}`}>
      <p className="call-status">{status && statusWords[status]}</p>
      {talking && isKeypadOpen ? (
        <div className="dtmf">
          <h1 className="visually-hidden">{titleOf(party)}</h1>
          <output className="dtmf-sent figures" aria-label="Digits sent">
            {sentDigits || titleOf(party)}
          </output>
          <Keypad onKey={send} hasPlus={false} />
        </div>
      ) : (
        <CalledParty party={party} />
      )}
      <p className="call-timer figures" role="timer" aria-live="off">
        {meter ? formatDuration(meter.durationSeconds) : " "}
      </p>
      <CallFigures state={state} meter={meter} />
      <CallNotes state={state} freshness={snapshot.freshness} meter={meter} />
      <CallControls
        talking={talking}
        isKeypadOpen={isKeypadOpen}
        onKeypad={() => setIsKeypadOpen(!isKeypadOpen)}
        onMute={toggleMute}
        onHangUp={() => void client.hangUp()}
      />
    </main>
  );
}

/** Focus goes to the call as such: on a button, a key meant for the page would hang up. */
function useFocusOnce() {
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
