import type { AccountId } from "#shared/ids.ts";
import { subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { WalletMove } from "../outcome/outcome.ts";
import type { Account, Transfer } from "../store.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { accounts, transfers } from "./schema/money.ts";

/** An account of any kind, as far as a transfer asks for it. */
export type Side = Pick<typeof accounts.$inferSelect, "id" | "kind" | "postedMicros" | "heldMicros">;

/** Money inside a transaction that the caller has opened. */
export interface Purse {
  find(id: AccountId): Promise<Account | undefined>;
  /** Finds a wallet and keeps it for this transaction. */
  lock(id: AccountId): Promise<Account | undefined>;
  /** Finds accounts and keeps those that have a balance, in the order of their ids. The system's own are never waited for. */
  lockSides(ids: string[]): Promise<Side[]>;
  /** Adds to what is posted and held, and raises `rev`. False, and nothing done, when the wallet would fall below zero. */
  move(id: AccountId, change: WalletMove): Promise<boolean>;
  /** Adds to what is posted in an account of what is owed, which is below zero by as much. */
  moveOwed(id: string, changeMicros: Micros): Promise<void>;
  /** Writes a transfer down. False, and nothing done, when one of that id is there already. */
  record(transfer: Transfer): Promise<boolean>;
}

/** Prepared statements about what is in wallets. */
export const purseOn = preparedOn((database): Purse => {
  const find = selectAccount(database).prepare("account");
  const lock = selectAccount(database).for("no key update", { of: accounts }).prepare("lock_account");
  const sides = prepareSides(database);
  const move = prepareMove(database);
  const moveOwed = database
    .update(accounts)
    .set({ postedMicros: sql`${accounts.postedMicros} + ${sql.placeholder("change")}` })
    .where(and(eq(accounts.id, sql.placeholder("id")), eq(accounts.kind, "receivable")))
    .prepare("move_owed");
  const record = prepareRecord(database);
  return {
    find: async (id) => toAccount(await find.execute({ id })),
    lock: async (id) => toAccount(await lock.execute({ id })),
    async lockSides(ids) {
      const locked = await sides.lock.execute({ ids });
      return [...locked, ...(await sides.findSystem.execute({ ids }))];
    },
    async move(id, { postedMicros, heldMicros }) {
      return (await move.execute({ id, posted: postedMicros, held: heldMicros })).rowCount === 1;
    },
    async moveOwed(id, change) {
      const { rowCount } = await moveOwed.execute({ id, change });
      if (rowCount !== 1) throw new Error(`${id} is no account of what is owed.`);
    },
    record: async (transfer) => (await record.execute({ ...transfer })).rowCount === 1,
  };
});

const isWallet = and(eq(accounts.id, sql.placeholder("id")), eq(accounts.kind, "wallet"));

function selectAccount(database: PostgresDatabase) {
  const owed = alias(accounts, "owed");
  return database
    .select({ wallet: accounts, owed: owed.postedMicros })
    .from(accounts)
    .leftJoin(owed, eq(owed.id, sql`'owed_' || substr(${accounts.id}, 6)`))
    .where(isWallet);
}

function toAccount([row]: { wallet: typeof accounts.$inferSelect; owed: Micros | null }[]): Account | undefined {
  if (!row) return undefined;
  const { kind: _kind, createdMs: _createdMs, ...account } = row.wallet;
  return { ...account, owedMicros: subtractMicros(zeroMicros, row.owed ?? zeroMicros) };
}

function prepareSides(database: PostgresDatabase) {
  const { id, kind, postedMicros, heldMicros } = accounts;
  const select = () => database.select({ id, kind, postedMicros, heldMicros }).from(accounts);
  const named = sql`${accounts.id} = ANY(${sql.placeholder("ids")}::text[])`;
  return {
    lock: select()
      .where(and(named, sql`${accounts.kind} <> 'system'`))
      .orderBy(asc(accounts.id))
      .for("no key update")
      .prepare("lock_sides"),
    findSystem: select()
      .where(and(named, eq(accounts.kind, "system")))
      .prepare("system_sides"),
  };
}

function prepareMove(database: PostgresDatabase) {
  const [posted, held] = [sql`${sql.placeholder("posted")}::bigint`, sql`${sql.placeholder("held")}::bigint`];
  return (
    database
      .update(accounts)
      .set({
        postedMicros: sql`${accounts.postedMicros} + ${posted}`,
        heldMicros: sql`${accounts.heldMicros} + ${held}`,
        rev: sql`${accounts.rev} + 1`,
      })
      // The guard is in the write itself: of many that ask at once, each sees what those before it have taken.
      .where(and(isWallet, sql`${accounts.postedMicros} + ${posted} >= ${accounts.heldMicros} + ${held}`))
      .prepare("move_wallet")
  );
}

function prepareRecord(database: PostgresDatabase) {
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
    .onConflictDoNothing({ target: transfers.id })
    .prepare("record_transfer");
}
