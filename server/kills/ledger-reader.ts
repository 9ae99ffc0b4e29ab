import Database from "better-sqlite3";
import { Client } from "pg";
import type { DatabaseAddress } from "./server-process.ts";

type Row = Record<string, unknown>;

/** The database itself, past all code under test. Both kinds have the same tables and columns, and understand the same questions. */
export interface LedgerReader {
  rows(question: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openLedgerReader(database: DatabaseAddress): Promise<LedgerReader> {
  switch (database.kind) {
    case "sqlite": {
      const client = new Database(database.path, { timeout: 10_000 });
      return {
        rows: async (question) => client.prepare(question).all() as Row[],
        close: async () => void client.close(),
      };
    }
    case "postgres": {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      return {
        rows: async (question) => (await client.query<Row>(question)).rows,
        close: () => client.end(),
      };
    }
  }
}
