import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTones, readDigits } from "./digits.ts";

describe("a text that is sent as tones", () => {
  it.each([
    ["12w34#", "12w34#"],
    ["*99*0#", "*99*0#"],
    ["1 234-567–8", "12345678"],
    ["5W6", "5ww6"],
    ["5,6", "5wwww6"],
    ["٤١٥", "415"],
    ["۴۱۵،1", "415wwww1"],
    ["４１５", "415"],
    ["\u202A415\u202C\n", "415"],
  ])("%s goes out as %s", (text, steps) => {
    expect(readDigits(text)).toEqual({ ok: true, value: steps });
  });

  it.each([
    ["1-800-FLOWERS", "F"],
    ["12p34", "p"],
    ["12;34", ";"],
    ["(1)", "("],
    ["1😀", "😀"],
  ])("%s is refused for its %s", (text, sign) => {
    expect(readDigits(text)).toEqual({ ok: false, error: { code: "not_a_digit", sign } });
  });

  it.each(["", " - ", "w", ",,"])("%j has nothing to send in it", (text) => {
    expect(readDigits(text)).toEqual({ ok: false, error: { code: "no_digits" } });
  });

  it("is refused when it is too long to be meant", () => {
    expect(readDigits("1".repeat(200)).ok).toBe(true);
    expect(readDigits("1".repeat(201))).toEqual({ ok: false, error: { code: "too_many", most: 200 } });
  });

  it("comes to nothing but tones and pauses whatever it is, and to the same when it is read again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."0189*#wW, -٣") })), (text) => {
        const read = readDigits(text);
        if (!read.ok) return;
        expect(read.value).toMatch(/^[\d*#w]+$/);
        expect(countTones(read.value)).toBeGreaterThan(0);
        expect(readDigits(read.value)).toEqual(read);
      }),
    );
  });
});
