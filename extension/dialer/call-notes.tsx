import { i18n } from "#i18n";
import type { CallMeter } from "../call/call-meter.ts";
import type { CallSnapshot } from "../call/call-snapshot.ts";
import type { CallState } from "../call/call-state.ts";
import { isSending } from "../call/digit-queue.ts";
import type { DigitsProblem } from "../call/digits.ts";
import { useCall } from "../call/use-call.ts";
import { lostDeviceWords } from "../shell/devices/lost-device-words.ts";
import { causeOf } from "../quality/live-quality.ts";
import { concernOf } from "../shell/balance-concern.ts";
import { endOfTalk } from "../shell/end-of-talk.ts";
import { TonesLine } from "../shell/tones-line.tsx";
import { useProfile } from "../shell/use-profile.ts";
import { formatDuration } from "../ui/format-duration.ts";
import { BalanceLine } from "./balance-line.tsx";
import { SoundLine } from "./sound-line.tsx";

// Time enough to say goodbye.
const warnSeconds = 60;

interface CallNotesProps {
  state: CallState;
  freshness: CallSnapshot["freshness"];
  sound: CallSnapshot["sound"];
  devices: CallSnapshot["devices"];
  meter: CallMeter | undefined;
  /** Why what was keyed in last was not sent. */
  tonesProblem: DigitsProblem | undefined;
}

/** One line for what a person must know now, the most pressing alone. Its place is kept when there is nothing to say. */
export function CallNotes({ state, freshness, sound, devices, meter, tonesProblem }: CallNotesProps) {
  const { digits } = useCall().snapshot;
  const { profile } = useProfile();
  const secondsLeft = meter?.secondsLeft;
  const isEnding = secondsLeft !== undefined && secondsLeft <= warnSeconds;
  const ending = profile && "call" in state && state.call ? endOfTalk(state.call, profile.balance) : "balance";
  const cause = sound.phase === "talking" ? causeOf(sound.quality) : undefined;
  const lostDevice = lostDeviceWords(devices);
  const concern = profile && concernOf(profile.balance, meter?.balanceLeftMicros);
  return (
    <div className="call-note">
      {state.status === "reconnecting" ? (
        <p role="status">{i18n.t("dialer.call.reconnecting")}</p>
      ) : isEnding ? (
        <p>
          <span role="alert">{endWarnings[ending]}</span>{" "}
          <span className="figures">{i18n.t("dialer.call.timeLeft", { time: formatDuration(secondsLeft) })}</span>
        </p>
      ) : tonesProblem || isSending(digits) ? (
        <TonesLine problem={tonesProblem} />
      ) : state.status === "open" && state.isMuted ? (
        <p>{i18n.t("dialer.call.muted")}</p>
      ) : lostDevice ? (
        <p role="status">{lostDevice}</p>
      ) : state.status === "open" && cause ? (
        <SoundLine cause={cause} />
      ) : state.status === "open" && freshness === "none" ? (
        <p role="status">{i18n.t("dialer.call.serverSilent")}</p>
      ) : digits.extension ? (
        <TonesLine problem={undefined} />
      ) : concern ? (
        <BalanceLine concern={concern} />
      ) : null}
    </div>
  );
}

const endWarnings = {
  balance: i18n.t("dialer.call.endsByBalance"),
  limit: i18n.t("dialer.call.endsByLimit"),
};
