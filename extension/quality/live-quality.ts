import type { QualityWarning } from "#shared/api/call-quality.ts";
import { gradeSample, type Grade, type Graded, type NetworkCause } from "./grade-sample.ts";
import type { QualitySample } from "./quality-sample.ts";
import type { VoiceTrouble } from "./voice-watch.ts";

/** What is wrong with a call, as a code that `quality-words.ts` has words for. */
export type QualityCause = NetworkCause | "no_incoming_audio" | "no_outgoing_audio" | MicrophoneCause;

/** What keeps a person from being heard, before any network. */
type MicrophoneCause = "silent_microphone" | "muted_microphone";

/** How a call sounds at this moment, in codes and figures. */
export type LiveQuality =
  | { level: "unmeasured" }
  | { level: "good"; figures: QualitySample }
  | { level: "fair" | "poor"; cause: QualityCause; figures: QualitySample | undefined };

export type QualityEvent =
  | { type: "sample"; sample: QualitySample }
  | { type: "warning"; name: QualityWarning; isRaised: boolean }
  | { type: "voice"; trouble: VoiceTrouble | undefined };

/** What the next event is judged by. */
export interface QualityWatch {
  shown: LiveQuality;
  network: Graded;
  /** The newest last; no more than are looked at. */
  recent: readonly Graded[];
  warnings: readonly QualityWarning[];
  voice: VoiceTrouble | undefined;
  /** The newest sample. */
  figures: QualitySample | undefined;
  /** How many samples old the figures on the screen are. */
  ageSamples: number;
}

export const freshWatch: QualityWatch = {
  shown: { level: "unmeasured" },
  network: { grade: "good", cause: "packet_loss" },
  recent: [],
  warnings: [],
  voice: undefined,
  figures: undefined,
  ageSamples: 0,
};

// As many in a row as the SDK itself wants before it warns, and more before all is well: a network that comes and goes is a bad
// one, and a mark that flickers tells nobody anything.
const samplesToWorsen = 3;
const samplesToMend = 5;
// Nobody reads figures that change each second, and each change wakes the service worker.
const samplesToRefresh = 10;

/** Hears what the SDK says of a call and gives what to show of it. Pure; `shown` stays the same object while it need not change. */
export function hearQuality(watch: QualityWatch, event: QualityEvent): QualityWatch {
  const heard = hear(watch, event);
  const shown = show(heard);
  if (isSame(shown, watch.shown) && heard.ageSamples < samplesToRefresh) return { ...heard, shown: watch.shown };
  return { ...heard, shown, ageSamples: 0 };
}

function hear(watch: QualityWatch, event: QualityEvent): QualityWatch {
  switch (event.type) {
    case "sample":
      return hearSample(watch, event.sample);
    case "warning":
      return hearWarning(watch, event);
    case "voice":
      return { ...watch, voice: event.trouble };
  }
}

function hearSample(watch: QualityWatch, sample: QualitySample): QualityWatch {
  const recent = [...watch.recent, gradeSample(sample)].slice(-samplesToMend);
  return { ...watch, recent, figures: sample, network: settle(watch.network, recent), ageSamples: watch.ageSamples + 1 };
}

function hearWarning(watch: QualityWatch, { name, isRaised }: { name: QualityWarning; isRaised: boolean }): QualityWatch {
  const others = watch.warnings.filter((each) => each !== name);
  return { ...watch, warnings: isRaised ? [...others, name] : others };
}

const severity: Record<Grade, number> = { good: 0, fair: 1, poor: 2 };

/** The grade to go on with: worse only after some samples that are, better only after some more, and then by the nearest step that all allow. */
function settle(current: Graded, recent: readonly Graded[]): Graded {
  const bad = recent.slice(-samplesToWorsen);
  if (bad.length === samplesToWorsen && bad.every(({ grade }) => severity[grade] > severity[current.grade])) return mildest(bad);
  const better = recent.every(({ grade }) => severity[grade] < severity[current.grade]);
  if (recent.length === samplesToMend && better) return mildest(recent, -1);
  const [newest] = bad.slice(-1);
  const hasMoved = bad.every(({ grade, cause }) => grade === current.grade && cause === newest?.cause);
  return bad.length === samplesToWorsen && hasMoved && newest ? newest : current;
}

/** The sample of the mildest grade, the newest of its like; with a `sign` of -1, that of the gravest. */
function mildest(graded: readonly Graded[], sign = 1): Graded {
  return graded.reduce((best, each) => (sign * (severity[each.grade] - severity[best.grade]) <= 0 ? each : best));
}

const voiceCauses: Record<VoiceTrouble, MicrophoneCause> = { silent: "silent_microphone", muted_by_system: "muted_microphone" };

function show({ network, warnings, voice, figures }: QualityWatch): LiveQuality {
  // The SDK raises and clears these with a patience of its own.
  if (warnings.includes("low-bytes-received")) return { level: "poor", cause: "no_incoming_audio", figures };
  if (warnings.includes("low-bytes-sent")) return { level: "poor", cause: "no_outgoing_audio", figures };
  // However bad the network is, it is not why nobody hears a word. The SDK's own warning comes for a steady hum as well, and late.
  if (voice) return { level: network.grade === "poor" ? "poor" : "fair", cause: voiceCauses[voice], figures };
  if (network.grade === "poor") return { level: "poor", cause: network.cause, figures };
  if (network.grade === "fair") return { level: "fair", cause: network.cause, figures };
  return figures ? { level: "good", figures } : { level: "unmeasured" };
}

function isSame(one: LiveQuality, other: LiveQuality): boolean {
  return one.level === other.level && causeOf(one) === causeOf(other);
}

/** What is wrong; undefined when nothing is. */
export function causeOf(quality: LiveQuality): QualityCause | undefined {
  return quality.level === "fair" || quality.level === "poor" ? quality.cause : undefined;
}

/** Whether what is wrong is the person's own microphone, about which they can do something at once. */
export function isOwnMicrophone(cause: QualityCause | undefined): cause is MicrophoneCause {
  return cause === "silent_microphone" || cause === "muted_microphone";
}
