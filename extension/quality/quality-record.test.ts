import { callQualitySchema } from "#shared/api/call-quality.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freshTally, recordOf, tallyQuality } from "./quality-record.ts";
import type { QualitySample } from "./quality-sample.ts";
import { wasBad } from "./was-bad.ts";

const sample = (change: Partial<QualitySample> = {}): QualitySample => ({
  mos: 4.4,
  jitterMs: 2,
  rttMs: 40,
  lossPercent: 0,
  ...change,
});

function seconds(count: number, change: Partial<QualitySample> = {}): QualitySample[] {
  return Array.from({ length: count }, () => sample(change));
}

function recorded(samples: readonly QualitySample[], warnings: readonly ("high-jitter" | "low-bytes-received")[] = []) {
  const sampled = samples.reduce((tally, each) => tallyQuality(tally, { type: "sample", sample: each }), freshTally);
  const warned = warnings.reduce((tally, name) => tallyQuality(tally, { type: "warning", name, isRaised: true }), sampled);
  return recordOf(warned);
}

describe("the record of a call", () => {
  test("has averages and ends, and each warning with its count", () => {
    const record = recorded([sample({ jitterMs: 1 }), sample({ jitterMs: 4, mos: null })], ["high-jitter", "high-jitter"]);
    expect(record).toMatchObject({
      sampleCount: 2,
      mos: { average: 4.4, min: 4.4, max: 4.4 },
      jitterMs: { average: 2.5, min: 1, max: 4 },
      warnings: [{ name: "high-jitter", count: 2 }],
    });
  });

  test("is none of a call in which nothing was measured", () => {
    expect(recordOf(tallyQuality(freshTally, { type: "warning", name: "high-rtt", isRaised: true }))).toBeUndefined();
  });

  test("does not count a warning again when it is cleared", () => {
    const once = tallyQuality(freshTally, { type: "warning", name: "high-rtt", isRaised: true });
    expect(tallyQuality(once, { type: "warning", name: "high-rtt", isRaised: false })).toBe(once);
  });

  test("is always one that the server takes, as it is", () => {
    const figures = fc.record({
      mos: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
      jitterMs: fc.double({ min: 0, max: 60_000, noNaN: true }),
      rttMs: fc.option(fc.double({ min: 0, max: 60_000, noNaN: true })),
      lossPercent: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 50 }), (samples) => {
        const record = recorded(samples, ["high-jitter"]);
        expect(callQualitySchema.parse(record)).toEqual(record);
      }),
    );
  });
});

function wasBadAfter(...samples: QualitySample[]): boolean {
  const record = recorded(samples);
  if (!record) throw new Error("Nothing was measured.");
  return wasBad(record);
}

describe("a call was bad", () => {
  test("when its averages are", () => {
    expect(wasBadAfter(...seconds(30))).toBe(false);
    expect(wasBadAfter(...seconds(30, { lossPercent: 6 }))).toBe(true);
    expect(wasBadAfter(...seconds(30, { mos: 3.2 }))).toBe(true);
  });

  test("not for a bad second among many, nor for a call of a few seconds", () => {
    expect(wasBadAfter(...seconds(30), ...seconds(1, { lossPercent: 40 }))).toBe(false);
    expect(wasBadAfter(...seconds(4, { lossPercent: 40 }))).toBe(false);
  });

  test("when for a while nothing came in at all, however short it was", () => {
    const record = recorded(seconds(2), ["low-bytes-received"]);
    expect(record && wasBad(record)).toBe(true);
  });
});
