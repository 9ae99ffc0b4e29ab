import type { Call } from "#shared/api/calls.ts";
import { zeroMicros } from "#shared/money.ts";
import { countryName } from "#shared/phone-number.ts";
import type { CallRow } from "../store/store.ts";

/** A call as the API tells it. */
export function toCall(row: CallRow): Call {
  const { deckId: _deckId, destinationPrefix: _prefix, ...rate } = row.rate;
  return {
    id: row.id,
    clientKey: row.clientKey,
    toNumber: row.toNumber,
    fromNumber: row.fromNumber,
    callerIdType: row.callerIdType,
    countryCode: row.countryCode,
    country: countryName(row.countryCode ?? undefined),
    contactId: row.contactId,
    contactName: row.contactName,
    status: row.status,
    reason: row.reason,
    rate,
    timeLimitSeconds: row.timeLimitSeconds,
    heldMicros: row.holdOpen ? row.holdMicros : zeroMicros,
    createdAt: toIso(row.createdMs),
    answeredAt: row.answeredMs === null ? null : toIso(row.answeredMs),
    endedAt: row.endedMs === null ? null : toIso(row.endedMs),
    durationSeconds: row.durationSeconds,
    chargedMicros: row.chargedMicros,
    final: row.final,
    note: row.note,
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
