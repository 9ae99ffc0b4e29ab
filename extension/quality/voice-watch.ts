/** What is wrong with a person's microphone while they talk. */
export type VoiceTrouble = "silent" | "muted_by_system";

/** How loud one is and the other, and whether the system keeps one from being heard. */
export interface VoiceLevels {
  /** The microphone, from 0 to 1: -100 to -30 dB, averaged over what can be heard. 0 is no sound at all, which no room is. */
  input: number;
  /** The other side, in the same measure. */
  output: number;
  /** The microphone gives nothing, by a switch on it or in the system, and the browser says so. */
  isMutedBySystem: boolean;
}

export interface VoiceMoment extends Pick<VoiceLevels, "input" | "isMutedBySystem"> {
  /** By a clock that only counts on. */
  atMs: number;
  /** Muted here, by the person: nothing is to be heard then. */
  isMuted: boolean;
  /** Stands for the microphone: what was heard of one says nothing of the next. */
  source: string | undefined;
}

/** What the next moment is judged by. */
export interface VoiceWatch {
  trouble: VoiceTrouble | undefined;
  /** Since when there has been no sound at all. */
  silentSinceMs: number | undefined;
  /** Whether there has been any from this microphone in this call. */
  hasHeard: boolean;
  source: string | undefined;
}

export const freshVoiceWatch: VoiceWatch = {
  trouble: undefined,
  silentSinceMs: undefined,
  hasHeard: false,
  source: undefined,
};

// Long enough for a microphone that is slow to wake, and short enough that nobody has talked to themselves for long.
const neverHeardMs = 6000;
// A headset that takes noise away gives nothing at all while its wearer listens, and is not broken.
const heardBeforeMs = 20_000;
// Some systems mute for a moment when the device changes.
const systemMuteMs = 1000;

/** Watches whether a person can be heard. Pure; gives the same object while nothing has changed. */
export function watchVoice(before: VoiceWatch, moment: VoiceMoment): VoiceWatch {
  const { atMs, input, isMuted, isMutedBySystem, source } = moment;
  const watch = before.source === source ? before : { ...freshVoiceWatch, source };
  if (isMuted || (input > 0 && !isMutedBySystem)) return hear(watch, watch.hasHeard || !isMuted);
  const silentSinceMs = watch.silentSinceMs ?? atMs;
  const trouble = troubleAfter(atMs - silentSinceMs, { isMutedBySystem, hasHeard: watch.hasHeard });
  if (trouble === watch.trouble && silentSinceMs === watch.silentSinceMs) return watch;
  return { ...watch, silentSinceMs, trouble };
}

function hear(watch: VoiceWatch, hasHeard: boolean): VoiceWatch {
  const isSame = watch.trouble === undefined && watch.silentSinceMs === undefined && watch.hasHeard === hasHeard;
  return isSame ? watch : { ...watch, trouble: undefined, silentSinceMs: undefined, hasHeard };
}

function troubleAfter(
  silentMs: number,
  { isMutedBySystem, hasHeard }: { isMutedBySystem: boolean; hasHeard: boolean },
): VoiceTrouble | undefined {
  if (isMutedBySystem) return silentMs >= systemMuteMs ? "muted_by_system" : undefined;
  return silentMs >= (hasHeard ? heardBeforeMs : neverHeardMs) ? "silent" : undefined;
}
