import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carrierStatuses, dialerStatusOf, isTerminal, laterStatus } from "./call-status.ts";

const anyStatus = fc.constantFrom(...carrierStatuses);

describe("laterStatus", () => {
  it("gives the same whatever the order or number of callbacks", () => {
    fc.assert(
      fc.property(anyStatus, anyStatus, anyStatus, (a, b, c) => {
        expect(laterStatus(a, b)).toBe(laterStatus(b, a));
        expect(laterStatus(a, laterStatus(b, c))).toBe(laterStatus(laterStatus(a, b), c));
        expect(laterStatus(a, a)).toBe(a);
      }),
    );
  });

  it("never leaves an end for something that is under way", () => {
    fc.assert(fc.property(anyStatus, anyStatus, (a, b) => !isTerminal(a) || isTerminal(laterStatus(a, b))));
  });
});

describe("dialerStatusOf", () => {
  it("uses the five words of the contract", () => {
    expect(carrierStatuses.map((status) => [status, dialerStatusOf(status)])).toEqual([
      ["queued", "initiating"],
      ["initiated", "initiating"],
      ["ringing", "calling"],
      ["in-progress", "answered"],
      ["canceled", "failed"],
      ["no-answer", "failed"],
      ["busy", "failed"],
      ["failed", "failed"],
      ["completed", "ended"],
    ]);
  });
});
