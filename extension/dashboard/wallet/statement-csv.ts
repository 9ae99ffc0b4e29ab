import type { StatementLine } from "#shared/api/wallet.ts";
import { statementColumns, toStatementRow } from "#shared/statement-rows.ts";
import { stringify } from "csv-stringify/browser/esm/sync";

/** A statement as a spreadsheet reads it (RFC 4180), with the mark by which Excel knows it for UTF-8. */
export function statementCsv(lines: readonly StatementLine[]): string {
  return stringify(lines.map(toStatementRow), {
    header: true,
    columns: [...statementColumns],
    bom: true,
    record_delimiter: "windows",
  });
}
