import type { CallQuality, QualityWarning } from "#shared/api/call-quality.ts";
import type { QualityEvent } from "./live-quality.ts";
import type { QualitySample } from "./quality-sample.ts";

type Spread = CallQuality["jitterMs"];

interface Tally {
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** What was measured of a call so far, in a form that grows by an event at a time. */
export interface QualityTally {
  mos: Tally;
  jitterMs: Tally;
  rttMs: Tally;
  lossPercent: Tally;
  warnings: Readonly<Partial<Record<QualityWarning, number>>>;
}

const nothing: Tally = { count: 0, sum: 0, min: Infinity, max: -Infinity };

export const freshTally: QualityTally = { mos: nothing, jitterMs: nothing, rttMs: nothing, lossPercent: nothing, warnings: {} };

/** Counts an event in. A warning counts when it is raised, not when it is cleared. */
export function tallyQuality(tally: QualityTally, event: QualityEvent): QualityTally {
  if (event.type === "sample") return { ...tally, ...tallySample(tally, event.sample) };
  if (event.type !== "warning" || !event.isRaised) return tally;
  return { ...tally, warnings: { ...tally.warnings, [event.name]: (tally.warnings[event.name] ?? 0) + 1 } };
}

/** What is told of a call when it is over; undefined when there was not one sample. */
export function recordOf({ mos, jitterMs, rttMs, lossPercent, warnings }: QualityTally): CallQuality | undefined {
  const [jitter, loss] = [spreadOf(jitterMs), spreadOf(lossPercent)];
  if (!jitter || !loss) return undefined;
  const counts = Object.entries(warnings) as [QualityWarning, number][];
  return {
    sampleCount: jitterMs.count,
    mos: spreadOf(mos) ?? null,
    jitterMs: jitter,
    rttMs: spreadOf(rttMs) ?? null,
    lossPercent: loss,
    warnings: counts.map(([name, count]) => ({ name, count })),
  };
}

function tallySample(tally: QualityTally, { mos, jitterMs, rttMs, lossPercent }: QualitySample) {
  return {
    mos: add(tally.mos, mos),
    jitterMs: add(tally.jitterMs, jitterMs),
    rttMs: add(tally.rttMs, rttMs),
    lossPercent: add(tally.lossPercent, lossPercent),
  };
}

function add({ count, sum, min, max }: Tally, figure: number | null): Tally {
  if (figure === null) return { count, sum, min, max };
  return { count: count + 1, sum: sum + figure, min: Math.min(min, figure), max: Math.max(max, figure) };
}

function spreadOf({ count, sum, min, max }: Tally): Spread | undefined {
  if (count === 0) return undefined;
  // A sum of fractions may come out a hair beyond its ends.
  const average = Math.min(max, Math.max(min, sum / count));
  return { average: toHundredths(average), min: toHundredths(min), max: toHundredths(max) };
}

function toHundredths(figure: number): number {
  return Math.round(figure * 100) / 100;
}
