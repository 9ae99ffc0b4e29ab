import { fillPlaceholders, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { QueryResult } from "pg";
import type { PostgresDatabase } from "./pool.ts";

const dialect = new PgDialect();

/** Prepares a statement that drizzle can say but not build. It is named as drizzle's own are: see prepared-on.ts. */
export function prepareSql(database: PostgresDatabase, { name, statement }: { name: string; statement: SQL }) {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return {
    execute: (values: Record<string, unknown>): Promise<QueryResult> =>
      database.$client.query({ name, text, values: fillPlaceholders(params, values) }),
  };
}
