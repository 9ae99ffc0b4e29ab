import { isValidPhoneNumber } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { calleeAt, callees, timedCallees } from "./callees.ts";

describe("callees", () => {
  it.each(callees)("$number can be dialled and $does", ({ number, callee }) => {
    expect(isValidPhoneNumber(number)).toBe(true);
    expect(number).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
    expect(calleeAt(number)).toBe(callee);
  });

  it.each([
    [timedCallees.first, 1000],
    ["+12125550130", 30_000],
    [timedCallees.last, 99_000],
  ])("%s answers and hangs up after %i ms", (number, hangsUpAfterMs) => {
    expect(isValidPhoneNumber(number)).toBe(true);
    expect(calleeAt(number)).toMatchObject({ kind: "answers", talk: "echo", hangsUpAfterMs });
  });

  it.each(["+12125550100", "+442079460123", "+493012345678"])(
    "%s, listed nowhere, answers soon and echoes for as long as one likes",
    (number) => {
      expect(calleeAt(number)).toEqual({ kind: "answers", ringMs: 1000, talk: "echo" });
    },
  );
});
