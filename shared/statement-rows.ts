import type { StatementLine } from "./api/wallet.ts";
import { toDecimalDollars } from "./money.ts";
import { plainCell } from "./plain-cell.ts";

/** The columns of a statement as a table for other programs, in order. */
export const statementColumns = ["when", "kind", "change", "balance", "to", "contact", "what", "call", "transfer"] as const;

/** A line of the statement as a row of that table: times in UTC, amounts in dollars exact to the micro-dollar. */
export function toStatementRow(line: StatementLine): Record<(typeof statementColumns)[number], string> {
  return {
    when: line.createdAt,
    kind: line.kind,
    change: toDecimalDollars(line.changeMicros),
    balance: toDecimalDollars(line.balanceAfterMicros),
    to: line.toNumber ?? "",
    contact: plainCell(line.contactName ?? ""),
    what: plainCell(line.reason),
    call: line.callId ?? "",
    transfer: line.id,
  };
}
