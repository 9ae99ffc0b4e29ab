import { i18n } from "#i18n";
import { useEffect, useRef, useState } from "react";
import { dialerStatus, type CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { partyOf, titleOf } from "../shell/party.ts";
import { useContactOf } from "../shell/queries.ts";
import { SecondCallChoice } from "../shell/second-call-choice.tsx";
import { QualityMark } from "../shell/quality/quality-mark.tsx";
import { statusWords } from "../shell/status-words.ts";
import { useCallKeys } from "../shell/use-call-keys.ts";
import { useMeter } from "../shell/use-meter.ts";
import { useTones } from "../shell/use-tones.ts";
import { formatDuration } from "../ui/format-duration.ts";
import { CallControls, type CallPanel } from "./call-controls.tsx";
import { CallFigures } from "./call-figures.tsx";
import { CallNotes } from "./call-notes.tsx";
import "./in-call.css";
import "./night.css";
import { CalledParty } from "./called-party.tsx";
import { DeviceMenu } from "./device-menu.tsx";
import { Dtmf } from "./dtmf.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { useLevels } from "./use-levels.ts";
import { SayFigures } from "./say-figures.tsx";

type LiveState = Extract<CallState, { status: "requesting" | "pending" | "ringing" | "open" | "reconnecting" }>;

/** A call under way. Night falls over the popup, so that nobody wonders whether they are still on the line. */
export function InCall({ state }: { state: LiveState }) {
  const { snapshot, client } = useCall();
  const meter = useMeter(snapshot);
  const [asked, setAsked] = useState<CallPanel>("party");
  const tones = useTones();
  const status = dialerStatus(state);
  const party = partyOf(state);
  const call = "call" in state ? state.call : undefined;
  const talking = state.status === "open" || state.status === "reconnecting" ? state : undefined;
  const contact = useContactOf(call?.toNumber);
  const heading = useFocusOnce();

  useLevels(heading, talking !== undefined);

  const toggleMute = () => talking && void client.setMuted(!talking.isMuted);
  useCallKeys({ isTalking: talking !== undefined, onDigit: tones.send, onPaste: tones.send, onMute: toggleMute });

  const panel = (asked === "keypad" && !talking) || (asked === "note" && !call) ? "party" : asked;
  return (
    <main
      className="night in-call"
      data-status={status}
      data-panel={panel}
      ref={heading}
      tabIndex={-1}
      aria-label={i18n.t("dialer.call.with", { who: titleOf(party) })}
    >
      <SecondCallChoice state={state} />
      <DeviceMenu />
      <p className="call-status">{status && statusWords[status]}</p>
      {talking && snapshot.sound.phase === "talking" && (
        <div className="call-quality">
          <QualityMark quality={snapshot.sound.quality} />
        </div>
      )}
      <div className="call-panel">
        {panel !== "party" && <h1 className="call-panel-title">{titleOf(party)}</h1>}
        {panel === "keypad" ? (
          <Dtmf sentDigits={snapshot.digits.sent} onKey={tones.send} />
        ) : panel === "note" && call ? (
          <NoteEditor key={call.id} call={call} rows={6} isAskedFor />
        ) : (
          <CalledParty party={party} contact={contact.data} />
        )}
      </div>
      <p className="call-timer figures" role="timer" aria-live="off">
        {meter ? formatDuration(meter.durationSeconds) : " "}
      </p>
      <CallFigures state={state} meter={meter} />
      {meter && <SayFigures meter={meter} />}
      <CallNotes
        state={state}
        freshness={snapshot.freshness}
        sound={snapshot.sound}
        devices={snapshot.devices}
        meter={meter}
        tonesProblem={talking && tones.problem}
      />
      <CallControls
        talking={talking}
        isNotable={call !== undefined}
        panel={panel}
        onPanel={setAsked}
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
