import type { CallQuality } from "#shared/api/call-quality.ts";
import { gradeSample } from "./grade-sample.ts";

// A call of a few seconds is mostly its own beginning, in which packets are lost and nobody minds.
const fewestSamples = 5;

/**
 * Whether a call sounded bad by its figures, over all of it: its averages are worse than good, or for a while nothing was heard at
 * all. A silent microphone is none of it: whoever listens says nothing.
 */
export function wasBad({ sampleCount, mos, jitterMs, rttMs, lossPercent, warnings }: CallQuality): boolean {
  if (warnings.some(({ name }) => name === "low-bytes-received" || name === "low-bytes-sent")) return true;
  if (sampleCount < fewestSamples) return false;
  const averages = {
    mos: mos?.average ?? null,
    jitterMs: jitterMs.average,
    rttMs: rttMs?.average ?? null,
    lossPercent: lossPercent.average,
  };
  return gradeSample(averages).grade !== "good";
}
