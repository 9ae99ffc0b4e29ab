import type Database from "better-sqlite3";
import type { Client } from "pg";

/** A table as its database knows it, in words that both kinds share. */
export interface MigratedTable {
  columns: { name: string; nullable: boolean }[];
  primaryKey: string[];
  /** The columns of each, since its name is a matter of the dialect. */
  unique: string[];
  /** By name, with those on some rows only marked. */
  indexes: string[];
  checks: string[];
  foreignKeys: string[];
}

/** What a Postgres database says of its tables. */
export async function readPostgresTables(client: Client): Promise<Record<string, MigratedTable>> {
  const ask = async <Row>(statement: string) => (await client.query(statement)).rows as (Row & { table: string })[];
  const columns = await ask<{ name: string; nullable: boolean }>(
    `SELECT table_name AS table, column_name AS name, is_nullable = 'YES' AS nullable
       FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const indexes = await ask<{ name: string; primary: boolean; unique: boolean; partial: boolean; columns: string[] }>(
    `SELECT relation.relname AS table, named.relname AS name, indisprimary AS primary, indisunique AS unique,
            indpred IS NOT NULL AS partial,
            ARRAY(SELECT pg_get_indexdef(indexrelid, position, true) FROM generate_series(1, indnkeyatts) AS position) AS columns
       FROM pg_index
       JOIN pg_class AS named ON named.oid = indexrelid JOIN pg_class AS relation ON relation.oid = indrelid
      WHERE relation.relnamespace = 'public'::regnamespace`,
  );
  const checks = await ask<{ name: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
      WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  const foreignKeys = await ask<{ key: string }>(
    `SELECT conrelid::regclass::text AS table, attname || ' -> ' || confrelid::regclass::text || ', ' ||
            CASE confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'no action' END AS key
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const names = new Set(columns.map(({ table }) => table));
  const tables = [...names].map((name): [string, MigratedTable] => {
    const ofTable = of(indexes, name);
    return [
      name,
      {
        columns: of(columns, name)
          .map(({ name, nullable }) => ({ name, nullable }))
          .toSorted(byName),
        primaryKey: ofTable.find(({ primary }) => primary)?.columns ?? [],
        unique: ofTable
          .filter(isUniqueForAll)
          .map(({ columns }) => columns.join())
          .toSorted(),
        indexes: ofTable
          .filter((index) => !index.primary && !isUniqueForAll(index))
          .map(tellIndex)
          .toSorted(),
        checks: of(checks, name)
          .map(({ name }) => name)
          .toSorted(),
        foreignKeys: of(foreignKeys, name)
          .map(({ key }) => key)
          .toSorted(),
      },
    ];
  });
  return Object.fromEntries(tables);
}

/** What an SQLite database says of its tables. */
export function readSqliteTables(client: Database.Database): Record<string, MigratedTable> {
  const ask = <Row>(statement: string, ...values: string[]) => client.prepare(statement).all(...values) as Row[];
  const tables = ask<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
  );
  return Object.fromEntries(
    tables.map(({ name: table, sql }): [string, MigratedTable] => {
      const columns = ask<{ name: string; notnull: number; pk: number }>("SELECT * FROM pragma_table_info(?)", table);
      const indexes = ask<{ name: string; unique: number; origin: string; partial: number }>(
        "SELECT * FROM pragma_index_list(?)",
        table,
      ).map(({ name, unique, origin, partial }) => ({
        name,
        primary: origin === "pk",
        unique: unique === 1,
        partial: partial === 1,
        columns: ask<{ name: string | null }>("SELECT * FROM pragma_index_info(?)", name).map((column) => String(column.name)),
      }));
      const foreignKeys = ask<{ from: string; table: string; on_delete: string }>(
        "SELECT * FROM pragma_foreign_key_list(?)",
        table,
      );
      return [
        table,
        {
          // A primary key of one whole number is never null, and SQLite does not say so.
          columns: columns.map(({ name, notnull, pk }) => ({ name, nullable: notnull === 0 && pk === 0 })).toSorted(byName),
          primaryKey: columns
            .filter(({ pk }) => pk > 0)
            .toSorted((a, b) => a.pk - b.pk)
            .map(({ name }) => name),
          unique: indexes
            .filter(isUniqueForAll)
            .map(({ columns }) => columns.join())
            .toSorted(),
          indexes: indexes
            .filter((index) => !index.primary && !isUniqueForAll(index))
            .map(tellIndex)
            .toSorted(),
          checks: [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK/g)].map(([, name]) => String(name)).toSorted(),
          foreignKeys: foreignKeys.map((key) => `${key.from} -> ${key.table}, ${key.on_delete.toLowerCase()}`).toSorted(),
        },
      ];
    }),
  );
}

interface Index {
  name: string;
  primary: boolean;
  unique: boolean;
  partial: boolean;
}

function isUniqueForAll({ primary, unique, partial }: Index): boolean {
  return unique && !primary && !partial;
}

function tellIndex({ name, unique, partial }: Index): string {
  return `${name}${unique ? ", unique" : ""}${partial ? ", on some rows" : ""}`;
}

function of<Row extends { table: string }>(rows: Row[], name: string): Row[] {
  return rows.filter(({ table }) => table === name);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
