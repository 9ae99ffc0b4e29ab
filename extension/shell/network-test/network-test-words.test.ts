import { describe, expect, test } from "vitest";
import { averageOf, type NetworkTestResult } from "../../quality/network-test-result.ts";
import { networkTestWords } from "./network-test-words.ts";

const figures = { mos: 4.4, jitterMs: 3, rttMs: 42, lossPercent: 0 };
const done: NetworkTestResult = { status: "done", signallingMs: 310, mediaMs: 120, figures, hasHeard: true };

describe("the result of a network test", () => {
  test("says that all is well, with every figure", () => {
    expect(networkTestWords(done)).toEqual({
      tone: "good",
      verdict: "Your network is ready for calls.",
      advice: undefined,
      lines: [
        { name: "Microphone", text: "hears you" },
        { name: "Signalling", text: "reached after 310 ms" },
        { name: "Sound", text: "flows after 120 ms" },
        { name: "Score", text: "4.4 of 5" },
        { name: "Packets lost", text: "0%" },
        { name: "Jitter", text: "3 ms" },
        { name: "Round trip", text: "42 ms" },
      ],
    });
  });

  test.each([
    [{ lossPercent: 5 }, "Calls will work, but not sound their best.", "Move closer to the router"],
    [{ lossPercent: 20, mos: 2.8 }, "Calls will sound bad on this network.", "Move closer to the router"],
    [{ rttMs: 900, mos: 2 }, "Calls will sound bad on this network.", "A VPN or a distant network"],
  ])("with %j says what spoils it and what helps", (change, verdict, advice) => {
    const words = networkTestWords({ ...done, figures: { ...figures, ...change } });
    expect(words).toMatchObject({ tone: "heed", verdict, advice: expect.stringContaining(advice) as unknown });
  });

  test("does not call a network bad for a microphone that hears nothing, and says so", () => {
    expect(networkTestWords({ ...done, hasHeard: false })).toMatchObject({
      tone: "heed",
      verdict: "Your network is ready for calls.",
      advice: "Say something during the test, or choose another microphone.",
    });
  });

  test.each([
    { at: "microphone", refusal: "denied" },
    { at: "microphone", refusal: "missing" },
    { at: "server" },
    { at: "signalling" },
    { at: "media" },
  ] as const)("that failed at %o has a cause and a way out", (failed) => {
    const { tone, verdict, advice } = networkTestWords({ status: "failed", ...failed });
    expect(tone).toBe("problem");
    expect(verdict.length).toBeGreaterThan(20);
    expect(advice?.length).toBeGreaterThan(20);
  });
});

describe("averages", () => {
  test("leave out what was not known", () => {
    expect(averageOf([figures, { ...figures, mos: null, rttMs: null, jitterMs: 5 }])).toEqual({ ...figures, jitterMs: 4 });
    expect(averageOf([{ ...figures, rttMs: null }])).toMatchObject({ rttMs: null });
  });

  test("of nothing are none", () => {
    expect(averageOf([])).toBeUndefined();
  });
});
