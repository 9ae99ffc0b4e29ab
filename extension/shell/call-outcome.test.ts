import { expect, test } from "vitest";
import { carrierStatuses } from "#shared/call-status.ts";
import { callReasonSchema } from "#shared/api/calls.ts";
import { outcomeOf } from "./call-outcome.ts";

const withTone = (tone: string) => carrierStatuses.filter((status) => outcomeOf({ status, reason: null }).tone === tone);

test("a call that failed says why, when the server knows", () => {
  expect(outcomeOf({ status: "failed", reason: "insufficient_balance" }).label).toBe("Balance too small");
  expect(outcomeOf({ status: "failed", reason: null }).label).toBe("Failed");
  expect(outcomeOf({ status: "canceled", reason: "never_connected" }).label).toBe("Not connected");
});

test("only a call that went through is good, and only one that has not ended is live", () => {
  expect(withTone("good")).toEqual(["completed"]);
  expect(withTone("live")).toEqual(["queued", "initiated", "ringing", "in-progress"]);
});

test("every reason has words of its own", () => {
  const labels = callReasonSchema.options.map((reason) => outcomeOf({ status: "failed", reason }).label);
  expect(new Set(labels).size).toBe(labels.length);
});
