import type { CallTransaction } from "#shared/api/transactions.ts";
import { toDecimalDollars } from "#shared/money.ts";
import { countryName } from "#shared/phone-number.ts";
import type { CallRow } from "../store/store.ts";

/** The record of an answered call that has ended; null for any other call. */
export function toTransaction(row: CallRow): CallTransaction | null {
  if (row.status !== "completed") return null;
  return {
    type: "call",
    callId: row.id,
    toNumber: row.toNumber,
    fromNumber: row.fromNumber,
    country: countryName(row.countryCode ?? undefined),
    duration: row.durationSeconds,
    cost: toDecimalDollars(row.chargedMicros, 4),
    status: "COMPLETED",
    contactId: row.contactId,
    callerIdType: row.callerIdType,
    createdAt: new Date(row.createdMs).toISOString(),
  };
}
