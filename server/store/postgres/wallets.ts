import { zeroMicros } from "#shared/money.ts";
import { and, eq, sql } from "drizzle-orm";
import type { Store } from "../store.ts";
import { usualSettings } from "../usual-settings.ts";
import type { PostgresDatabase } from "./pool.ts";
import { purseOn } from "./purse.ts";
import { accounts } from "./schema/money.ts";
import { readSpentOn } from "./spent.ts";
import type { Transact } from "./transactions.ts";

type WalletStore = Pick<Store, "openAccount" | "findAccount" | "updateAccount" | "readSpent">;

/** Opens wallets, sets what they may be used for, and tells what is in them. */
export function createWalletStore(database: PostgresDatabase, transact: Transact): WalletStore {
  return {
    async openAccount({ id, nowMs, ...settings }) {
      const empty = { kind: "wallet", postedMicros: zeroMicros, heldMicros: zeroMicros, rev: 0 } as const;
      const wallet = { id, createdMs: nowMs, ...empty, ...usualSettings, ...settings };
      await database.insert(accounts).values(wallet).onConflictDoNothing();
    },
    findAccount: async (id) => purseOn(database).find(id),
    async updateAccount(id, settings) {
      return transact(async (database, noteChanged) => {
        const isTheWallet = and(eq(accounts.id, id), eq(accounts.kind, "wallet"));
        const raised = { ...settings, rev: sql`${accounts.rev} + 1` };
        const { rowCount } = await database.update(accounts).set(raised).where(isTheWallet);
        if (rowCount === 0) return undefined;
        noteChanged(id);
        return purseOn(database).find(id);
      });
    },
    readSpent: async (accountId, sinceMs) => readSpentOn(database)(accountId, sinceMs),
  };
}
