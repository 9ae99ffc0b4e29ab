import { zeroMicros } from "#shared/money.ts";
import { and, eq, sql } from "drizzle-orm";
import type { Store } from "../store.ts";
import { usualSettings } from "../usual-settings.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import type { Purse } from "./purse.ts";
import { accounts } from "./schema/money.ts";
import type { ReadSpent } from "./spent.ts";

type WalletStore = Pick<Store, "openAccount" | "findAccount" | "updateAccount" | "readSpent">;

/** Opens wallets, sets what they may be used for, and tells what is in them. */
export function createWalletStore(
  database: SqliteDatabase,
  { commit }: Committer,
  purse: Purse,
  readSpent: ReadSpent,
): WalletStore {
  return {
    async openAccount({ id, nowMs, ...settings }) {
      const empty = { kind: "wallet", postedMicros: zeroMicros, heldMicros: zeroMicros, rev: 0 } as const;
      const wallet = { id, createdMs: nowMs, ...empty, ...usualSettings, ...settings };
      await commit(() => database.insert(accounts).values(wallet).onConflictDoNothing().run());
    },
    findAccount: async (id) => purse.find(id),
    async updateAccount(id, settings) {
      return commit((noteChanged) => {
        const isTheWallet = and(eq(accounts.id, id), eq(accounts.kind, "wallet"));
        const raised = { ...settings, rev: sql`${accounts.rev} + 1` };
        if (database.update(accounts).set(raised).where(isTheWallet).run().changes === 0) return undefined;
        noteChanged(id);
        return purse.find(id);
      });
    },
    readSpent: async (accountId, sinceMs) => readSpent(accountId, sinceMs),
  };
}
