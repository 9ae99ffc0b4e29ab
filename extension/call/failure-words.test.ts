import { callReasonSchema } from "#shared/api/calls.ts";
import { problemCodes } from "#shared/api/problem.ts";
import { blockedKinds } from "#shared/dialing-policy.ts";
import { micros } from "#shared/money.ts";
import { e164Schema, invalidNumbers } from "#shared/phone-number.ts";
import { describe, expect, it, test } from "vitest";
import type { Failure } from "./call-state.ts";
import { failureWords, tellFailure } from "./failure-words.ts";
import { messagesOf } from "../locales/testing/messages.ts";

const sentence = /^[\p{Lu}\d+].*\.$/u;
const notForPeople = /_|undefined|null|NaN|\[object/i;

function expectWords(failure: Failure): void {
  for (const words of Object.values(failureWords(failure))) {
    expect(words).toMatch(sentence);
    expect(words).not.toMatch(notForPeople);
  }
}

// The compiler holds that each code has words; here they are read.
const codes = [...messagesOf("en").keys()].flatMap((key) => /^call_failure_(\w+)_sentence$/.exec(key)?.[1] ?? []);
const told = new Set([...codes.filter((code) => code !== "old_version"), ...problemCodes, ...callReasonSchema.options]);

test.each([...told] as Failure["code"][])("%s has a sentence, a cause and a way out", (code) => {
  expectWords({ code });
});

test("what is wrong with somebody's sign-in is said as such, and not that they are signed out", () => {
  const failure = { code: "unauthorized", signIn: "wrong_credentials" } as const;
  expectWords(failure);
  expect(tellFailure(failure)).toBe("The e-mail address or the password is wrong. Check both and try again.");
});

describe("what a refusal's figures say", () => {
  it.each(invalidNumbers)("an invalid number that is %s", (invalid) => {
    const failure = { code: "invalid_number", invalid } as const;
    expectWords(failure);
    expect(failureWords(failure)).not.toEqual(failureWords({ code: "invalid_number" }));
  });

  it.each(blockedKinds)("a %s", (blocked) => {
    const failure = { code: "destination_blocked", blocked } as const;
    expectWords(failure);
    expect(failureWords(failure)).not.toEqual(failureWords({ code: "destination_blocked" }));
  });

  it("names the countries", () => {
    const failure = { code: "destination_blocked", blocked: "country", countryCode: "US", countries: ["DE", "AT"] } as const;
    const words = failureWords({ ...failure, countries: [...failure.countries] });
    expect(words.sentence).toContain("United States");
    expect(words.cause).toMatch(/Germany.*Austria/);
    expect(failureWords({ code: "no_rate", countryCode: "FR" }).sentence).toContain("France");
    expectWords({ code: "no_rate", countryCode: null });
    expectWords({ code: "destination_blocked", blocked: "country", countryCode: null, countries: [] });
  });

  it("names the sums", () => {
    const sums = { neededMicros: micros(14_000), availableMicros: micros(300) };
    expect(tellFailure({ code: "insufficient_balance", ...sums })).toMatch(/needs \$0\.0140.*\$0\.0003 is available/);
    const held = { ...sums, heldMicros: micros(9_000_000) };
    expect(failureWords({ code: "insufficient_balance", ...held }).cause).toContain("$9.0000");
    expect(failureWords({ code: "insufficient_balance", ...held, heldByCallTo: "Ada" }).cause).toContain("Ada");
    const rate = { perMinuteMicros: micros(2_000_000), maxPerMinuteMicros: micros(1_000_000) };
    expect(tellFailure({ code: "rate_too_high", ...rate })).toMatch(/\$2\.0000.*\$1\.0000/);
  });

  it("names the limit that is in the way", () => {
    const limit = { code: "spending_limit", neededMicros: micros(14_000), limitMicros: micros(1_000) } as const;
    expect(tellFailure({ ...limit, limit: "per_call" })).toMatch(/\$0\.0140.*\$0\.0010 a call/);
    expect(tellFailure({ ...limit, limit: "per_day", leftMicros: micros(400) })).toMatch(/\$0\.0010.*a day.*\$0\.0004 is left/);
    expect(tellFailure({ code: "too_many_calls", maxConcurrentCalls: 1 })).toContain("one call at once");
    expect(tellFailure({ code: "too_many_calls", maxConcurrentCalls: 3 })).toContain("3 calls at once");
    expect(tellFailure({ code: "too_many_calls", maxConcurrentCalls: 0 })).toContain("no calls");
    expect(failureWords({ code: "too_many_requests", perMinute: 30 }).cause).toContain("30");
  });

  it("names who and what is meant", () => {
    const callerId = e164Schema.parse("+14155550155");
    expect(tellFailure({ code: "caller_id_not_allowed", callerId })).toContain(callerId);
    expect(tellFailure({ code: "contact_exists", contactName: "Ada" })).toContain("Ada");
    expect(tellFailure({ code: "internal_error", requestId: "req_1" })).toContain("req_1");
  });

  it("leaves an unknown error its number, which can be looked up", () => {
    expect(tellFailure({ code: "sdk_error", sdkCode: 31_999 })).toContain("31999");
  });

  it("leaves it to the server to say what this version does not know", () => {
    expect(tellFailure({ code: "unexpected_answer", detail: "Mondays are closed." })).toContain("Mondays are closed.");
  });
});
