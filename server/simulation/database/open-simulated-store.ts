import { postgresAt } from "./postgres-database.ts";
import type { OpenSimulatedDatabase } from "./simulated-database.ts";
import { sqliteInMemory } from "./sqlite-database.ts";

export const storeNames = ["sqlite", "postgres"] as const;
export type StoreName = (typeof storeNames)[number];

/** Where a simulation keeps its books. */
export type StoreChoice = { name: "sqlite" } | { name: "postgres"; serverUrl: string };

/** What a simulation on a store needs, and how to let go of it. */
export interface SimulatedStore {
  openDatabase: OpenSimulatedDatabase;
  /** How many servers share a database: SQLite has one writer, Postgres any number. */
  servers: number;
  stop: () => Promise<void>;
}

export async function openSimulatedStore(choice: StoreChoice): Promise<SimulatedStore> {
  switch (choice.name) {
    case "sqlite":
      return { openDatabase: sqliteInMemory(), servers: 1, stop: async () => undefined };
    case "postgres":
      return { ...(await postgresAt(choice.serverUrl)), servers: 2 };
  }
}
