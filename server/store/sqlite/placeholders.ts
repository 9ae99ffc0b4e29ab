import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/**
 * For a prepared statement: each column set to a placeholder of its own name, encoded as the column is. Statements are prepared once
 * because building one takes five times as long as running it.
 */
export function placeholdersFor<Table extends SQLiteTable, Name extends keyof Table["_"]["columns"] & string>(
  table: Table,
  names: readonly Name[],
): Record<Name, SQL> {
  const columns = getTableColumns(table);
  const entries = names.map((name) => [name, sql`${sql.param(sql.placeholder(name), columns[name])}`]);
  return Object.fromEntries(entries) as Record<Name, SQL>;
}
