import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradeSample } from "./grade-sample.ts";
import { freshWatch, hearQuality, type LiveQuality, type QualityEvent } from "./live-quality.ts";
import { readSample, type QualitySample } from "./quality-sample.ts";

const good: QualitySample = { mos: 4.4, jitterMs: 2, rttMs: 40, lossPercent: 0 };
const lossy: QualitySample = { ...good, mos: 4.1, lossPercent: 5 };
const broken: QualitySample = { ...good, mos: 3.4, lossPercent: 20 };
const jittery: QualitySample = { ...good, jitterMs: 60 };

const sampleOf = (sample: QualitySample): QualityEvent => ({ type: "sample", sample });
const times = (count: number, sample: QualitySample) => Array.from({ length: count }, () => sampleOf(sample));

/** What is shown after each event. */
function shownAfter(events: readonly QualityEvent[]): LiveQuality[] {
  let watch = freshWatch;
  return events.map((event) => {
    watch = hearQuality(watch, event);
    return watch.shown;
  });
}

const last = (events: readonly QualityEvent[]) => shownAfter(events).at(-1);

describe("how a call sounds", () => {
  test.each([
    [good, { grade: "good" }],
    [lossy, { grade: "fair", cause: "packet_loss" }],
    [broken, { grade: "poor", cause: "packet_loss" }],
    [jittery, { grade: "fair", cause: "jitter" }],
    [
      { ...good, mos: 3.5, rttMs: 390 },
      { grade: "fair", cause: "delay" },
    ],
    [
      { ...good, mos: 2.5, rttMs: 900 },
      { grade: "poor", cause: "delay" },
    ],
    [{ ...good, mos: null, rttMs: null }, { grade: "good" }],
  ])("%j is %j in one second", (sample, graded) => {
    expect(gradeSample(sample)).toMatchObject(graded);
  });

  test("is not known before anything is measured, and good from the first sample that is", () => {
    expect(freshWatch.shown).toEqual({ level: "unmeasured" });
    expect(last([sampleOf(good)])).toEqual({ level: "good", figures: good });
  });

  test("worsens after three bad seconds in a row, and not after two", () => {
    expect(last([sampleOf(good), ...times(2, lossy)])).toMatchObject({ level: "good" });
    expect(last([sampleOf(good), ...times(3, lossy)])).toEqual({ level: "fair", cause: "packet_loss", figures: lossy });
  });

  test("mends after five good seconds in a row, and not after four", () => {
    expect(last([...times(5, lossy), ...times(4, good)])).toMatchObject({ level: "fair" });
    expect(last([...times(5, lossy), ...times(5, good)])).toEqual({ level: "good", figures: good });
  });

  test("names another cause when another has taken over", () => {
    expect(last([...times(5, lossy), ...times(3, jittery)])).toMatchObject({ level: "fair", cause: "jitter" });
  });

  test("goes down by what all of the bad seconds agree on", () => {
    expect(last([sampleOf(good), sampleOf(broken), sampleOf(lossy), sampleOf(broken)])).toMatchObject({ level: "fair" });
  });

  test.each([
    ["low-bytes-received", "poor", "no_incoming_audio"],
    ["low-bytes-sent", "poor", "no_outgoing_audio"],
  ] as const)("with %s is %s until that is cleared", (name, level, cause) => {
    const raised: QualityEvent = { type: "warning", name, isRaised: true };
    expect(last([sampleOf(good), raised])).toMatchObject({ level, cause });
    expect(last([sampleOf(good), raised, raised, { ...raised, isRaised: false }])).toMatchObject({ level: "good" });
  });

  test.each([
    ["silent", "silent_microphone"],
    ["muted_by_system", "muted_microphone"],
  ] as const)(
    "with a microphone that is %s is fair at best, and the microphone is named before the network",
    (trouble, cause) => {
      const troubled: QualityEvent = { type: "voice", trouble };
      expect(last([sampleOf(good), troubled])).toMatchObject({ level: "fair", cause });
      expect(last([...times(3, broken), troubled])).toMatchObject({ level: "poor", cause });
      expect(last([sampleOf(good), troubled, { type: "voice", trouble: undefined }])).toMatchObject({ level: "good" });
    },
  );

  test("a steady hum, which the SDK calls a constant level, is not called silence", () => {
    expect(last([sampleOf(good), { type: "warning", name: "constant-audio-input-level", isRaised: true }])).toMatchObject({
      level: "good",
    });
  });

  test("a silent listener at the other end is nothing to be told of", () => {
    expect(last([sampleOf(good), { type: "warning", name: "constant-audio-output-level", isRaised: true }])).toMatchObject({
      level: "good",
    });
  });
});

const anySample = fc.constantFrom(good, lossy, broken, jittery);

describe("whatever is measured", () => {
  test("what the mark says is never taken back within three seconds, and never made better within five", () => {
    const rank = { unmeasured: 0, good: 0, fair: 1, poor: 2 };
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 80 }), (samples) => {
        const ranks = shownAfter(samples.map(sampleOf)).map(({ level }) => rank[level]);
        const secondsOf = (isMove: (before: number, after: number) => boolean) =>
          ranks.flatMap((after, second) => (second > 0 && isMove(ranks[second - 1] ?? 0, after) ? [second] : []));
        const falls = secondsOf((before, after) => after > before);
        const rises = secondsOf((before, after) => after < before);
        for (const rise of rises) {
          for (const fall of falls) {
            if (fall < rise) expect(rise - fall).toBeGreaterThanOrEqual(5);
            else expect(fall - rise).toBeGreaterThanOrEqual(3);
          }
        }
      }),
    );
  });

  test("five seconds of the same show as what they are", () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 30 }), anySample, (before, steady) => {
        const { grade } = gradeSample(steady);
        expect(last([...before.map(sampleOf), ...times(5, steady)])).toMatchObject({ level: grade });
      }),
    );
  });

  test("figures are told anew once in ten seconds at most, while nothing changes", () => {
    const told = new Set(shownAfter(times(60, good)));
    expect(told.size).toBeGreaterThan(1);
    expect(told.size).toBeLessThanOrEqual(7);
  });

  test("what is no sample is none, and what is one is within its bounds", () => {
    fc.assert(
      fc.property(fc.anything(), fc.double(), fc.double(), fc.double(), fc.double(), (junk, mos, jitter, rtt, lost) => {
        expect(() => readSample(junk)).not.toThrow();
        const sample = readSample({ mos, jitter, rtt, packetsLostFraction: lost });
        if (!sample) return;
        expect(Number.isFinite(sample.jitterMs) && sample.jitterMs >= 0).toBe(true);
        expect(sample.lossPercent).toBeLessThanOrEqual(100);
        expect(sample.mos === null || (sample.mos >= 1 && sample.mos <= 5)).toBe(true);
      }),
    );
  });
});
