import type { AccountId } from "#shared/ids.ts";
import { subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { LedgerAccount } from "../../ledger/decide.ts";
import type { WalletMove } from "../outcome/outcome.ts";
import type { Account, Transfer } from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { accounts, transfers } from "./schema/money.ts";

/** Money inside a transaction that the caller has opened. */
export interface Purse {
  find(id: AccountId): Account | undefined;
  /** What is in a wallet and nothing else of it: all that settling a call asks for. */
  balance(id: AccountId): LedgerAccount | undefined;
  /** Adds to what is posted and held, and raises `rev`. False, and nothing done, when the wallet would fall below zero. */
  move(id: AccountId, change: WalletMove): boolean;
  /** Adds to what is posted in an account of what is owed, which is below zero by as much. */
  moveOwed(id: string, changeMicros: Micros): void;
  /** Writes a transfer down. Throws, and so undoes the whole transaction, when one of that id was there already. */
  record(transfer: Transfer): void;
}

export function createPurse(database: SqliteDatabase): Purse {
  const findAccount = prepareFindAccount(database);
  const balance = database
    .select({ postedMicros: accounts.postedMicros, heldMicros: accounts.heldMicros })
    .from(accounts)
    .where(isWallet)
    .prepare();
  const move = prepareMove(database);
  const moveOwed = database
    .update(accounts)
    .set({ postedMicros: sql`${accounts.postedMicros} + ${sql.placeholder("change")}` })
    .where(and(eq(accounts.id, sql.placeholder("id")), eq(accounts.kind, "receivable")))
    .prepare();
  const record = prepareRecord(database);
  return {
    find(id) {
      const row = findAccount.get({ id });
      if (!row) return undefined;
      const { kind: _kind, createdMs: _createdMs, ...account } = row.wallet;
      return { ...account, owedMicros: subtractMicros(zeroMicros, row.owed ?? zeroMicros) };
    },
    balance: (id) => balance.get({ id }),
    move: (id, { postedMicros, heldMicros }) => move.run({ id, posted: postedMicros, held: heldMicros }).changes === 1,
    moveOwed(id, change) {
      if (moveOwed.run({ id, change }).changes !== 1) throw new Error(`${id} is no account of what is owed.`);
    },
    record: (transfer) => void record.run({ ...transfer }),
  };
}

const isWallet = and(eq(accounts.id, sql.placeholder("id")), eq(accounts.kind, "wallet"));

function prepareFindAccount(database: SqliteDatabase) {
  const owed = alias(accounts, "owed");
  return database
    .select({ wallet: accounts, owed: owed.postedMicros })
    .from(accounts)
    .leftJoin(owed, eq(owed.id, sql`'owed_' || substr(${accounts.id}, 6)`))
    .where(isWallet)
    .prepare();
}

function prepareMove(database: SqliteDatabase) {
  return (
    database
      .update(accounts)
      .set({
        postedMicros: sql`${accounts.postedMicros} + ${sql.placeholder("posted")}`,
        heldMicros: sql`${accounts.heldMicros} + ${sql.placeholder("held")}`,
        rev: sql`${accounts.rev} + 1`,
      })
      // The guard is in the write itself: of many that ask at once, each sees what those before it have taken.
      .where(
        and(
          isWallet,
          sql`${accounts.postedMicros} + ${sql.placeholder("posted")} >= ${accounts.heldMicros} + ${sql.placeholder("held")}`,
        ),
      )
      .prepare()
  );
}

function prepareRecord(database: SqliteDatabase) {
  return database
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
}
