import { carrierStatuses, dialerStatusOf } from "#shared/call-status.ts";
import { micros } from "#shared/money.ts";
import { describe, expect, it } from "vitest";
import { failureOfApi, failureOfCall } from "./failures.ts";

describe("what the carrier said", () => {
  it("is a failure for exactly the statuses that the dialer calls failed", () => {
    for (const status of carrierStatuses) {
      const failure = failureOfCall({ status, reason: null });
      expect(failure !== undefined, status).toBe(dialerStatusOf(status) === "failed");
    }
  });

  it("is told by its reason where there is one", () => {
    expect(failureOfCall({ status: "failed", reason: "rate_too_high" })).toEqual({ code: "rate_too_high" });
  });
});

describe("what the server refused", () => {
  it("keeps the sums, and leaves the server's English behind", () => {
    const sums = { neededMicros: micros(14_000), availableMicros: micros(0) };
    const failure = failureOfApi({ code: "insufficient_balance", detail: "This call needs $0.0140.", ...sums });
    expect(failure).toEqual({ code: "insufficient_balance", ...sums });
  });

  it("keeps the server's sentence for what this version does not know", () => {
    const failure = { code: "unexpected_answer", detail: "Mondays are closed." } as const;
    expect(failureOfApi(failure)).toEqual(failure);
  });
});
