import { getTableColumns, is, SQL, type Column } from "drizzle-orm";
import { getTableConfig as getPostgresConfig, PgDialect, PgTable } from "drizzle-orm/pg-core";
import { getTableConfig as getSqliteConfig, SQLiteSyncDialect, SQLiteTable } from "drizzle-orm/sqlite-core";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const postgresDialect = new PgDialect();
const toPostgres = (part: SQL) => postgresDialect.sqlToQuery(part).sql;
const sqliteDialect = new SQLiteSyncDialect();
const toSqlite = (part: SQL) => sqliteDialect.sqlToQuery(part).sql;

/** A table in words that both databases share. */
export interface TableShape {
  columns: Record<string, { kind: string; nullable: boolean; hasDefault: boolean }>;
  primaryKey: string[];
  unique: string[];
  indexes: string[];
  checks: string[];
  foreignKeys: string[];
}

// Both dialects' own words for what a column can hold.
const kinds: Record<string, string> = {
  PgText: "text",
  SQLiteText: "text",
  PgInteger: "whole number",
  PgBigInt53: "whole number",
  SQLiteInteger: "whole number",
  PgBoolean: "boolean",
  SQLiteBoolean: "boolean",
  PgCustomColumn: "moment",
  SQLiteTimestamp: "moment",
  PgJsonb: "JSON",
  SQLiteTextJson: "JSON",
};

function columnsOf(columns: Record<string, Column>): TableShape["columns"] {
  const entries = Object.values(columns).map((column) => {
    const kind = kinds[column.columnType] ?? column.columnType;
    return [column.name, { kind, nullable: !column.notNull, hasDefault: column.hasDefault && !column.primary }] as const;
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** SQLite's collation for names is NOCASE, and Postgres has none like it: there, names are written small. */
function expression(text: string): string {
  return text
    .replaceAll('"', "")
    .replace(/lower\((\w+) COLLATE C\)/i, "$1 whatever its case")
    .replace(/(\w+) COLLATE NOCASE/i, "$1 whatever its case");
}

function namesOf(columns: readonly unknown[], toSql: (part: SQL) => string): string {
  return columns.map((column) => (is(column, SQL) ? expression(toSql(column)) : (column as { name: string }).name)).join(", ");
}

interface Foreign {
  onDelete: string | undefined;
  reference: () => { columns: { name: string }[]; foreignTable: object; foreignColumns: { name: string }[] };
}

function foreignKeysOf(foreignKeys: readonly Foreign[], nameOf: (table: object) => string): string[] {
  return foreignKeys
    .map(({ onDelete, reference }) => {
      const { columns, foreignTable, foreignColumns } = reference();
      return `${columns.map(({ name }) => name).join()} -> ${nameOf(foreignTable)}.${foreignColumns.map(({ name }) => name).join()}, ${onDelete ?? "no action"}`;
    })
    .toSorted();
}

interface Config {
  columns: readonly { name: string; isUnique: boolean; uniqueName: string | undefined; primary: boolean }[];
  primaryKeys: readonly { columns: readonly { name: string }[] }[];
  uniqueConstraints: readonly { name?: string | undefined; columns: readonly { name: string }[] }[];
  indexes: readonly {
    config: { name?: string | undefined; unique: boolean; columns: readonly unknown[]; where?: SQL | undefined };
  }[];
  checks: readonly { name: string; value: SQL }[];
}

function shapeOf(config: Config, toSql: (part: SQL) => string): Omit<TableShape, "columns" | "foreignKeys"> {
  const uniqueColumns = config.columns.filter(({ isUnique }) => isUnique).map(({ name, uniqueName }) => `${uniqueName}: ${name}`);
  const uniques = config.uniqueConstraints.map(({ name, columns }) => `${name}: ${namesOf(columns, toSql)}`);
  return {
    primaryKey: [
      ...config.columns.filter(({ primary }) => primary).map(({ name }) => name),
      ...config.primaryKeys.map(({ columns }) => namesOf(columns, toSql)),
    ],
    unique: [...uniqueColumns, ...uniques].toSorted(),
    indexes: config.indexes
      .map(({ config: { name, unique, columns, where } }) => {
        const condition = where ? ` where ${expression(toSql(where))}` : "";
        return `${name}: ${unique ? "unique " : ""}${namesOf(columns, toSql)}${condition}`;
      })
      .toSorted(),
    checks: config.checks.map(({ name, value }) => `${name}: ${toSql(value)}`).toSorted(),
  };
}

async function tablesIn(dialect: "postgres" | "sqlite"): Promise<object[]> {
  const folder = join(import.meta.dirname, "..", dialect, "schema");
  const modules = await Promise.all(readdirSync(folder).map((file) => import(join(folder, file)) as Promise<object>));
  return modules.flatMap((module) => Object.values(module)).filter((value) => typeof value === "object");
}

/** The tables as the schema of Postgres declares them, by name. */
export async function readPostgresShapes(): Promise<Record<string, TableShape>> {
  const tables = (await tablesIn("postgres")).filter((table) => is(table, PgTable));
  const shapes = tables.map((table) => {
    const config = getPostgresConfig(table);
    const foreignKeys = foreignKeysOf(config.foreignKeys, (foreign) => getPostgresConfig(foreign as PgTable).name);
    return [config.name, { columns: columnsOf(getTableColumns(table)), foreignKeys, ...shapeOf(config, toPostgres) }] as const;
  });
  return Object.fromEntries(shapes);
}

/** The tables as the schema of SQLite declares them, by name. */
export async function readSqliteShapes(): Promise<Record<string, TableShape>> {
  const tables = (await tablesIn("sqlite")).filter((table) => is(table, SQLiteTable));
  const shapes = tables.map((table) => {
    const config = getSqliteConfig(table);
    const foreignKeys = foreignKeysOf(config.foreignKeys, (foreign) => getSqliteConfig(foreign as SQLiteTable).name);
    return [config.name, { columns: columnsOf(getTableColumns(table)), foreignKeys, ...shapeOf(config, toSqlite) }] as const;
  });
  return Object.fromEntries(shapes);
}
