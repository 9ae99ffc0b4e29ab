import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { clockStepMs, wasClockSet } from "./clock-step.ts";

describe("a step of the wall clock", () => {
  it.each([
    ["a second that passes", 1000, 1000, 0],
    ["a late timer", 9000, 9000, 0],
    ["a clock that the network keeps right", 1300, 1000, 0],
    ["a clock put forward by an hour", 3_601_000, 1000, 3_600_000],
    ["a clock put back by an hour", -3_599_000, 1000, -3_600_000],
    ["a night's sleep, through which the steady clock stood still", 28_801_000, 1000, 28_800_000],
  ])("%s is %i beside %i: %i", (_what, wallMs, steadyMs, stepMs) => {
    expect(clockStepMs({ wallMs: 0, steadyMs: 0 }, { wallMs, steadyMs })).toBe(stepMs);
  });
});

test("the server tells a clock that was set from a sleep, however far off it is itself", () => {
  const step = fc.oneof(fc.integer({ min: 2000, max: 10 ** 9 }), fc.integer({ min: -(10 ** 9), max: -2000 }));
  const error = fc.integer({ min: -900, max: 900 });
  fc.assert(
    fc.property(step, fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), error, (stepMs, aheadBeforeMs, errorMs) => {
      expect(wasClockSet({ stepMs, aheadBeforeMs, aheadAfterMs: aheadBeforeMs - stepMs + errorMs })).toBe(true);
      expect(wasClockSet({ stepMs, aheadBeforeMs, aheadAfterMs: aheadBeforeMs + errorMs })).toBe(false);
    }),
  );
});

test("without the server, only what no sleep does is taken for a clock that was set", () => {
  expect(wasClockSet({ stepMs: -60_000, aheadBeforeMs: 0, aheadAfterMs: undefined })).toBe(true);
  expect(wasClockSet({ stepMs: 60_000, aheadBeforeMs: 0, aheadAfterMs: undefined })).toBe(false);
});
