import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMicros, formatDollars, micros, parseDollars, toDecimalDollars } from "./money.ts";

describe("money", () => {
  it("reads dollars exactly, without floating point", () => {
    expect(parseDollars("0.0140")).toBe(14_000);
    expect(parseDollars("10")).toBe(10_000_000);
    expect(parseDollars("0.1")).toBe(100_000);
    expect(parseDollars("-2.5")).toBe(-2_500_000);
    expect(parseDollars("-0")).toBe(0);
  });

  it.each(["", "abc", "1.2345678", "1e3", "$5", "1,000.00", "0x10", "Infinity", "1.", ".5"])(
    "refuses %j rather than guess",
    (text) => {
      expect(parseDollars(text)).toBeUndefined();
    },
  );

  it("writes decimal dollars that read back as the same amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (amount) => {
        expect(parseDollars(toDecimalDollars(micros(amount)))).toBe(amount);
      }),
    );
  });

  it("shows cost to four decimals of a dollar and balances to two", () => {
    expect(formatDollars(micros(14_000), { decimals: 4 })).toBe("$0.0140");
    expect(formatDollars(micros(9_986_000))).toBe("$9.99");
    expect(formatDollars(micros(-1_500_000))).toBe("-$1.50");
    expect(formatDollars(micros(-40), { decimals: 4 })).toBe("$0.0000");
    expect(formatDollars(micros(1_999_999))).toBe("$2.00");
  });

  it("refuses fractions of a micro-dollar and sums past safe integers", () => {
    expect(() => micros(0.5)).toThrow(RangeError);
    expect(() => addMicros(micros(Number.MAX_SAFE_INTEGER), micros(1))).toThrow(RangeError);
  });
});
