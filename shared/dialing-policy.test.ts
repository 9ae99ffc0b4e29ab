import { describe, expect, test } from "vitest";
import { e164Schema } from "./phone-number.ts";
import { whyBlocked, whyShortNumberBlocked } from "./dialing-policy.ts";

describe("dialing policy", () => {
  test.each([
    ["a US premium number", "+19002345678", "premium_rate"],
    ["a British premium number", "+449098790001", "premium_rate"],
    ["the international premium range", "+979123456789", "premium_rate"],
    ["a British personal number", "+447012345678", "personal_number"],
    ["a German shared-cost number", "+491801234567", "shared_cost"],
    ["a British number that costs as much", "+448431234567", "premium_rate"],
  ])("does not call %s", (_kind, e164, blocked) => {
    expect(whyBlocked(e164Schema.parse(e164))).toBe(blocked);
  });

  test.each([
    ["a landline", "+442071838750"],
    ["a mobile", "+447400123456"],
    ["a number that may be either", "+14155552671"],
    ["a free number", "+18002345678"],
  ])("calls %s", (_kind, e164) => {
    expect(whyBlocked(e164Schema.parse(e164))).toBeUndefined();
  });

  test.each(["911", "112", "999", "9-1-1", " 110 ", "116 117", "tel:911", "*100#"])("refuses %j as a short number", (text) => {
    expect(whyShortNumberBlocked(text)).toBe("short_number");
  });

  test.each(["", "hello", "+911", "4155552671", "1-800-FLOWERS"])("does not take %j for a short number", (text) => {
    expect(whyShortNumberBlocked(text)).toBeUndefined();
  });
});
