import type { StatementLine } from "./api/wallet.ts";
import { toDecimalDollars } from "./money.ts";

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
    contact: asText(line.contactName ?? ""),
    what: asText(line.reason),
    call: line.callId ?? "",
    transfer: line.id,
  };
}

/**
 * Free text that no spreadsheet takes for a formula and runs. Amounts below zero must stay amounts, so this is not left to a
 * library, which would do it to every cell. https://owasp.org/www-community/attacks/CSV_Injection
 */
function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
