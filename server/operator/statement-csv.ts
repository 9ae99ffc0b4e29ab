import type { StatementLine } from "#shared/api/wallet.ts";
import { toDecimalDollars } from "#shared/money.ts";
import { stringify } from "csv-stringify/sync";

/** A statement as a spreadsheet reads it, in dollars to the micro-dollar. */
export function statementCsv(lines: readonly StatementLine[]): string {
  const rows = lines.map((line) => ({
    when: line.createdAt,
    kind: line.kind,
    change: toDecimalDollars(line.changeMicros),
    balance: toDecimalDollars(line.balanceAfterMicros),
    to: line.toNumber,
    contact: asText(line.contactName ?? ""),
    what: asText(line.reason),
    call: line.callId,
    transfer: line.id,
  }));
  return stringify(rows, { header: true, columns }).trimEnd();
}

const columns = ["when", "kind", "change", "balance", "to", "contact", "what", "call", "transfer"];

/**
 * Free text that no spreadsheet takes for a formula and runs. The library would do this to amounts below zero as well.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
