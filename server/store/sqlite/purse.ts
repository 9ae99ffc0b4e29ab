import type { AccountId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import { and, eq, sql } from "drizzle-orm";
import type { Account, Transfer } from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { accounts, transfers } from "./schema/money.ts";

/** Money inside a transaction that the caller has opened. */
export interface Purse {
  find(id: AccountId): Account | undefined;
  /** Adds to what is posted and held, and raises `rev`. False, and nothing done, when the wallet would fall below zero. */
  move(id: AccountId, change: { postedMicros: Micros; heldMicros: Micros }): boolean;
  /** Writes a transfer down. Throws, and so undoes the whole transaction, when one of that id was there already. */
  record(transfer: Transfer): void;
}

export function createPurse(database: SqliteDatabase): Purse {
  const findAccount = database
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, sql.placeholder("id")), eq(accounts.kind, "wallet")))
    .prepare();
  const move = database
    .update(accounts)
    .set({
      postedMicros: sql`${accounts.postedMicros} + ${sql.placeholder("posted")}`,
      heldMicros: sql`${accounts.heldMicros} + ${sql.placeholder("held")}`,
      rev: sql`${accounts.rev} + 1`,
    })
    .where(
      and(
        eq(accounts.id, sql.placeholder("id")),
        eq(accounts.kind, "wallet"),
        // The guard is in the write itself: of many that ask at once, each sees what those before it have taken.
        sql`${accounts.postedMicros} + ${sql.placeholder("posted")} >= ${accounts.heldMicros} + ${sql.placeholder("held")}`,
      ),
    )
    .prepare();
  const record = database
    .insert(transfers)
    .values(
      placeholdersFor(transfers, [
        "id",
        "kind",
        "debitAccount",
        "creditAccount",
        "amountMicros",
        "callId",
        "actor",
        "reason",
        "createdMs",
      ]),
    )
    .prepare();
  return {
    find(id) {
      const row = findAccount.get({ id });
      if (!row) return undefined;
      const { kind: _kind, createdMs: _createdMs, ...account } = row;
      return account;
    },
    move: (id, { postedMicros, heldMicros }) => move.run({ id, posted: postedMicros, held: heldMicros }).changes === 1,
    record: (transfer) => void record.run({ ...transfer }),
  };
}
