import type { Call } from "#shared/api/calls.ts";
import { plainCell } from "#shared/plain-cell.ts";
import { toDecimalDollars } from "#shared/money.ts";
import { stringify } from "csv-stringify/browser/esm/sync";

const columns = [
  "when",
  "to",
  "contact",
  "country",
  "status",
  "reason",
  "answered",
  "ended",
  "seconds",
  "rate",
  "cost",
  "from",
  "note",
  "call",
] as const;

/** Calls as a spreadsheet reads them (RFC 4180), with the mark by which Excel knows it for UTF-8. Times in UTC, amounts in dollars. */
export function callsCsv(calls: readonly Call[]): string {
  return stringify(calls.map(toRow), { header: true, columns: [...columns], bom: true, record_delimiter: "windows" });
}

function toRow(call: Call): Record<(typeof columns)[number], string> {
  return {
    when: call.createdAt,
    to: call.toNumber,
    contact: plainCell(call.contactName ?? ""),
    country: call.country,
    status: call.status,
    reason: call.reason ?? "",
    answered: call.answeredAt ?? "",
    ended: call.endedAt ?? "",
    seconds: String(call.durationSeconds),
    rate: toDecimalDollars(call.rate.perMinuteMicros),
    cost: toDecimalDollars(call.chargedMicros),
    from: call.fromNumber,
    note: plainCell(call.note ?? ""),
    call: call.id,
  };
}
