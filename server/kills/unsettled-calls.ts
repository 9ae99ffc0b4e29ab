import type { CallId } from "#shared/ids.ts";
import { zeroMicros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { CallRecord } from "./call-records.ts";
import type { LedgerReader } from "./ledger-reader.ts";
import type { Truth } from "./model-carrier.ts";

/** What is not as it must be in the end: each call final, charged once by the carrier's own record, and no money held. */
export async function findUnsettled(
  ledger: LedgerReader,
  { truths, calls }: { truths: ReadonlyMap<string, Truth>; calls: ReadonlyMap<CallId, CallRecord> },
): Promise<string[]> {
  const holders = await ledger.rows("SELECT id FROM accounts WHERE held_micros <> 0");
  const dialled = new Set([...calls.values()].map(({ parentSid }) => parentSid));
  return [
    ...holders.map((row) => `${String(row["id"])} still holds money`),
    ...[...truths.keys()].filter((parentSid) => !dialled.has(parentSid)).map((parentSid) => `${parentSid} has no record`),
    ...[...calls.values()].flatMap((call) => unsettled(call, truths.get(call.parentSid ?? "")).map((why) => `${call.id} ${why}`)),
  ];
}

function unsettled(call: CallRecord, truth: Truth | undefined): string[] {
  const charge = truth?.status === "completed" ? priceCall(call.rate, truth.durationSeconds) : zeroMicros;
  return [
    ...(call.final ? [] : ["is not final"]),
    ...(call.chargedMicros === charge ? [] : [`was charged ${call.chargedMicros}, and it cost ${charge}`]),
    ...(truth && call.status !== truth.status ? [`is ${call.status}, and was ${truth.status}`] : []),
  ];
}
