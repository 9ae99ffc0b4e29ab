import { reportTransactionSchema } from "#shared/api/transactions.ts";
import { expect, it } from "vitest";
import { reportOfCall } from "./report-of-call.ts";
import { sampleCall, sampleDialled } from "./testing/sample-call.ts";

const call = sampleCall({ contactId: "con_01JD9Z6V7W8X9Y0Z1A2B3C4D5E" });

it("reports an answered call with every field of the record, priced like the dialer prices it", () => {
  const report = reportOfCall({ status: "ended", ...sampleDialled, call, answeredAtMs: 5000, endedAtMs: 65_999 });
  expect(report).toEqual({
    type: "call",
    callId: call.id,
    toNumber: "+14155550100",
    fromNumber: "+14155550199",
    country: "United States",
    duration: 60,
    cost: "0.0140",
    status: "COMPLETED",
    contactId: "con_01JD9Z6V7W8X9Y0Z1A2B3C4D5E",
    callerIdType: "verified",
  });
  expect(reportTransactionSchema.safeParse(report).success).toBe(true);
});

it("reports a call that did not come about as failed, with nothing to pay", () => {
  const report = reportOfCall({ status: "failed", ...sampleDialled, call, failure: { code: "busy" }, endedAtMs: 9000 });
  expect(report).toMatchObject({ status: "FAILED", duration: 0, callId: call.id });
  expect(report).not.toHaveProperty("cost");
});

it("has nothing to report of a call that the server never knew, or that goes on", () => {
  const failed = { status: "failed", ...sampleDialled, call: undefined, failure: { code: "no_rate" }, endedAtMs: 1 } as const;
  expect(reportOfCall(failed)).toBeUndefined();
  expect(reportOfCall({ status: "pending", ...sampleDialled, call })).toBeUndefined();
});
