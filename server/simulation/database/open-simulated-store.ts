import { sqliteInMemory } from "./sqlite-database.ts";
import type { OpenSimulatedDatabase } from "./simulated-database.ts";

export const storeNames = ["sqlite"] as const;
export type StoreName = (typeof storeNames)[number];

/** What a simulation on a store of this name needs, and how to let go of it. */
export interface SimulatedStore {
  openDatabase: OpenSimulatedDatabase;
  /** How many servers share a database: SQLite has one writer, Postgres any number. */
  servers: number;
  stop: () => Promise<void>;
}

export async function openSimulatedStore(name: StoreName): Promise<SimulatedStore> {
  switch (name) {
    case "sqlite":
      return { openDatabase: sqliteInMemory(), servers: 1, stop: async () => undefined };
  }
}
