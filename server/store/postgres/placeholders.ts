import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** For a prepared statement: each column set to a placeholder of its own name, encoded as the column is. */
export function placeholdersFor<Table extends PgTable, Name extends keyof Table["_"]["columns"] & string>(
  table: Table,
  names: readonly Name[],
): Record<Name, SQL> {
  const columns = getTableColumns(table);
  const entries = names.map((name) => [name, sql`${sql.param(sql.placeholder(name), columns[name])}`]);
  return Object.fromEntries(entries) as Record<Name, SQL>;
}
