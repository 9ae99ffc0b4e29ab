import { i18n } from "#i18n";
import { tellFailure } from "../call/failure-words.ts";
import { dialerStatus, type CallState } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { causeOf, isOwnMicrophone } from "../quality/live-quality.ts";
import { formatMoney } from "../ui/format-money.ts";
import { Avatar } from "../ui/avatar.tsx";
import { formatDuration } from "../ui/format-duration.ts";
import { Icon } from "../ui/icon.tsx";
import { openDashboard } from "./open-page.ts";
import { partyOf, titleOf } from "./party.ts";
import "./call-bar.css";
import { SecondCallChoice } from "./second-call-choice.tsx";
import { causeWords } from "./quality/quality-words.ts";
import { statusWords } from "./status-words.ts";
import { takeWayOut } from "./take-way-out.ts";
import { TonesLine } from "./tones-line.tsx";
import { useCallKeys } from "./use-call-keys.ts";
import { useMeter } from "./use-meter.ts";
import { useStartCall } from "./use-start-call.ts";
import { useTones } from "./use-tones.ts";
import { wayOutLabels, wayOutOf } from "./way-out.ts";

type CallUnderWay = Exclude<CallState, { status: "idle" }>;

/** The call at the foot of a page: who, how long, what it costs, mute and hang up. Nothing when there is no call. */
export function CallBar() {
  const { snapshot } = useCall();
  const { state } = snapshot;
  return state.status === "idle" ? null : <Bar state={state} />;
}

function Bar({ state }: { state: CallUnderWay }) {
  const { snapshot } = useCall();
  const meter = useMeter(snapshot);
  const status = dialerStatus(state);
  const party = partyOf(state);
  const cause = state.status === "open" && snapshot.sound.phase === "talking" ? causeOf(snapshot.sound.quality) : undefined;
  const trouble = isOwnMicrophone(cause) ? cause : undefined;
  return (
    <section className="call-bar figures" aria-label={i18n.t("shell.call")} data-status={status}>
      <Avatar name={party.name} country={party.country} />
      <div className="call-bar-text">
        <p className="call-bar-title">{titleOf(party)}</p>
        {state.status === "failed" ? (
          <p role="alert">{tellFailure(state.failure)}</p>
        ) : (
          <p>
            <span className="call-bar-status">{status && statusWords[status]}</span>
            {meter && (
              <>
                <span role="timer"> · {formatDuration(meter.durationSeconds)}</span>
                <span> · {formatMoney(meter.costMicros, { decimals: 4 })}</span>
              </>
            )}
          </p>
        )}
        {trouble && <p role="status">{causeWords[trouble]}</p>}
      </div>
      <SecondCallChoice state={state} />
      <div className="call-bar-controls">
        <Controls state={state} />
      </div>
    </section>
  );
}

function Controls({ state }: { state: CallUnderWay }) {
  const { client } = useCall();
  const { start } = useStartCall();
  const talking = state.status === "open" || state.status === "reconnecting" ? state : undefined;
  const toggleMute = () => talking && void client.setMuted(!talking.isMuted);
  const tones = useTones();
  useCallKeys({ isTalking: talking !== undefined, onDigit: tones.send, onPaste: tones.send, onMute: toggleMute });
  const callAgain = () => start({ to: "call" in state && state.call ? state.call.toNumber : state.dialled });
  const dismiss = () => void client.dismiss();
  const changeCallerId = () => {
    dismiss();
    void openDashboard("settings");
  };
  if (state.status === "ended" || state.status === "failed") {
    const wayOut = state.status === "failed" ? wayOutOf(state.failure.code) : "call_again";
    const steps = { onCallAgain: callAgain, onChangeNumber: dismiss, onChangeCallerId: changeCallerId };
    return (
      <>
        <button type="button" className="button" onClick={() => takeWayOut(wayOut, steps)}>
          {wayOutLabels[wayOut]}
        </button>
        <button type="button" className="button button-night" onClick={dismiss}>
          {i18n.t("shell.done")}
        </button>
      </>
    );
  }
  return (
    <>
      <TonesLine problem={talking && tones.problem} />
      {talking && (
        <button
          type="button"
          className={talking.isMuted ? "button button-stop" : "button button-night"}
          aria-keyshortcuts="M"
          onClick={toggleMute}
        >
          <Icon name={talking.isMuted ? "microphone-off" : "microphone"} />
          {talking.isMuted ? i18n.t("shell.unmute") : i18n.t("shell.mute")}
        </button>
      )}
      <button type="button" className="button button-stop" onClick={() => void client.hangUp()}>
        <Icon name="hang-up" />
        {i18n.t("shell.hangUp")}
      </button>
    </>
  );
}
