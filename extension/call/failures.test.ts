import { callReasonSchema } from "#shared/api/calls.ts";
import { problemCodes } from "#shared/api/problem.ts";
import { carrierStatuses, dialerStatusOf } from "#shared/call-status.ts";
import { micros } from "#shared/money.ts";
import { describe, expect, it } from "vitest";
import { failureOf, failureOfApi, failureOfCall } from "./failures.ts";
import { failureOfMicrophone } from "./microphone.ts";
import { failureOfSdkError } from "./sdk-failure.ts";

const wayOut = /\b(try|check|ask|sign|top|update|wait|call|choose|end|allow|plug|open|close|use|shorten|restart)\b/i;

describe("sentences", () => {
  const told = [
    ...problemCodes,
    ...callReasonSchema.options,
    "busy",
    "no_answer",
    "microphone_denied",
    "connection_lost",
  ] as const;

  it.each([...new Set(told)])("%s is told in plain sentences with a way out", (code) => {
    const { message } = failureOf(code);
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(/_|undefined|null|error code/i);
    expect(message).toMatch(wayOut);
  });
});

describe("what the carrier said", () => {
  it("is a failure for exactly the statuses that the dialer calls failed", () => {
    for (const status of carrierStatuses) {
      const failure = failureOfCall({ status, reason: null });
      expect(failure !== undefined, status).toBe(dialerStatusOf(status) === "failed");
    }
  });

  it("is told by its reason where there is one", () => {
    expect(failureOfCall({ status: "failed", reason: "rate_too_high" })?.code).toBe("rate_too_high");
  });
});

describe("what the server refused", () => {
  it("keeps the server's own sentence and sums when the balance is too small", () => {
    const failure = failureOfApi({
      code: "insufficient_balance",
      message: "This call needs $0.0140 and you have $0.00. Top up first.",
      neededMicros: micros(14_000),
      availableMicros: micros(0),
    });
    expect(failure).toEqual({
      code: "insufficient_balance",
      message: "This call needs $0.0140 and you have $0.00. Top up first.",
      neededMicros: 14_000,
      availableMicros: 0,
    });
  });

  it("does not show a person what is written for programmers", () => {
    const failure = failureOfApi({ code: "unauthorized", message: "Send the session as `authorization: Bearer ...`." });
    expect(failure).toEqual(failureOf("unauthorized"));
  });
});

describe("what the voice SDK reports", () => {
  it.each([
    [31_486, "busy"],
    [31_480, "no_answer"],
    [31_603, "rejected"],
    [31_401, "microphone_denied"],
    [31_402, "microphone_missing"],
    [53_405, "connection_lost"],
    [31_005, "connection_lost"],
    [20_101, "carrier_error"],
    [20_104, "carrier_error"],
    [31_202, "carrier_error"],
    [99_999, "sdk_error"],
  ] as const)("error %i is %s", (code, expected) => {
    expect(failureOfSdkError(Object.assign(new Error("ConnectionError (31005)"), { code })).code).toBe(expected);
  });

  it("names an error that it does not know by its number, which can be looked up", () => {
    expect(failureOfSdkError({ code: 31_999 }).message).toContain("31999");
  });

  it.each([undefined, null, "boom", new Error("boom"), { code: "31005" }])("takes anything: %s", (error) => {
    expect(failureOfSdkError(error).code).toBe("sdk_error");
  });
});

describe("why there is no microphone", () => {
  it.each([
    ["NotAllowedError", "microphone_denied"],
    ["NotFoundError", "microphone_missing"],
    ["NotReadableError", "microphone_missing"],
    ["OverconstrainedError", "microphone_missing"],
  ])("%s is %s", (name, code) => {
    expect(failureOfMicrophone(new DOMException("", name)).code).toBe(code);
  });

  it("says what to do about a microphone that another program holds", () => {
    expect(failureOfMicrophone(new DOMException("", "NotReadableError")).message).toContain("Close other programs");
  });
});
