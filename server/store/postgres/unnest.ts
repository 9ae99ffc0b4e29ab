import { getTableColumns, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/**
 * Rows of a table as arrays, one for each column, named `line` in SQL. One statement takes any number of them, and its text stays
 * the same, so that it is planned once.
 */
export function rowsOf<Table extends PgTable, Name extends keyof Table["_"]["columns"] & string>(
  table: Table,
  names: readonly Name[],
) {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const columnOf = (name: Name): PgColumn => {
    const column = columns[name];
    if (!column) throw new Error(`The table has no column for ${name}.`);
    return column;
  };
  const comma = sql`, `;
  const arrays = names.map((name) => sql`${sql.placeholder(name)}::${sql.raw(columnOf(name).getSQLType())}[]`);
  const columnNames = sql.join(
    names.map((name) => sql.identifier(columnOf(name).name)),
    comma,
  );
  const source = sql`unnest(${sql.join(arrays, comma)}) WITH ORDINALITY AS line(${columnNames}, position)`;
  return {
    source,
    /** Adds the rows to the table, in their order. */
    insert: sql`INSERT INTO ${table} (${columnNames}) SELECT ${columnNames} FROM ${source} ORDER BY position`,
    /** The values of the placeholders. */
    values: (rows: readonly Record<Name, unknown>[]): Record<string, unknown[]> =>
      Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])),
  };
}
