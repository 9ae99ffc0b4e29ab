import type { StatementLine } from "#shared/api/wallet.ts";
import { statementColumns, toStatementRow } from "#shared/statement-rows.ts";
import { stringify } from "csv-stringify/sync";

/** A statement as a spreadsheet reads it, in dollars to the micro-dollar. */
export function statementCsv(lines: readonly StatementLine[]): string {
  return stringify(lines.map(toStatementRow), { header: true, columns: [...statementColumns] }).trimEnd();
}
