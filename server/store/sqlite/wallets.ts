import type { AccountId } from "#shared/ids.ts";
import { micros, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Store, Transfer } from "../store.ts";
import { systemAccounts } from "../system-accounts.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { readPage } from "./pages.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { Purse } from "./purse.ts";
import { accounts, transfers } from "./schema/money.ts";

const usualConcurrentCalls = 3;
const usualPerMinuteMicros = micros(1_000_000);

type WalletStore = Pick<Store, "openAccount" | "findAccount" | "postTransfer" | "listTransfers">;

/** Opens wallets, posts to them and tells what was posted. */
export function createWalletStore(database: SqliteDatabase, { commit }: Committer, purse: Purse, nowMs: number): WalletStore {
  openSystemAccounts(database, nowMs);
  const open = database
    .insert(accounts)
    .values({
      kind: "wallet",
      postedMicros: zeroMicros,
      heldMicros: zeroMicros,
      rev: 0,
      ...placeholdersFor(accounts, ["id", "maxConcurrentCalls", "maxPerMinuteMicros", "createdMs"]),
    })
    .onConflictDoNothing()
    .prepare();
  const knows = database
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("id")))
    .prepare();
  const isPosted = database
    .select({ id: transfers.id })
    .from(transfers)
    .where(eq(transfers.id, sql.placeholder("id")))
    .prepare();
  const ofAccount = or(
    eq(transfers.debitAccount, sql.placeholder("accountId")),
    eq(transfers.creditAccount, sql.placeholder("accountId")),
  );
  const findPosition = database
    .select({ createdMs: transfers.createdMs, id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.id, sql.placeholder("id")), ofAccount))
    .prepare();
  const listAfter = database
    .select()
    .from(transfers)
    .where(
      and(
        ofAccount,
        sql`(${transfers.createdMs}, ${transfers.id}) < (${sql.placeholder("createdMs")}, ${sql.placeholder("id")})`,
      ),
    )
    .orderBy(desc(transfers.createdMs), desc(transfers.id))
    .limit(sql.placeholder("limit"))
    .prepare();

  return {
    async openAccount({ id, nowMs, maxConcurrentCalls = usualConcurrentCalls, maxPerMinuteMicros = usualPerMinuteMicros }) {
      commit(() => open.run({ id, maxConcurrentCalls, maxPerMinuteMicros, createdMs: nowMs }));
    },
    findAccount: async (id) => purse.find(id),
    async postTransfer(transfer) {
      return commit((noteChanged) => {
        const sides = sidesOf(transfer);
        if (sides.some(({ id }) => !knows.get({ id }))) return err("account_not_found");
        if (isPosted.get({ id: transfer.id })) return ok({ posted: false });
        if (!canPay(purse, transfer)) return err("insufficient_balance");
        purse.record(transfer);
        for (const { id, change } of sides.filter(isWallet)) {
          if (!purse.move(id, { postedMicros: change, heldMicros: zeroMicros }))
            throw new Error(`Transfer ${transfer.id} fell short`);
          noteChanged(id);
        }
        return ok({ posted: true });
      });
    },
    async listTransfers(accountId, page) {
      return readPage(page, {
        find: (cursor) => findPosition.get({ id: cursor, accountId }),
        after: (position, limit) => listAfter.all({ accountId, ...position, limit }),
      });
    },
  };
}

function openSystemAccounts(database: SqliteDatabase, nowMs: number): void {
  const rows = Object.values(systemAccounts).map((id) => ({
    // A system account's id is no AccountId, so that no route can ever be asked for one.
    id: id as string as AccountId,
    kind: "system" as const,
    postedMicros: zeroMicros,
    heldMicros: zeroMicros,
    rev: 0,
    maxConcurrentCalls: 0,
    maxPerMinuteMicros: zeroMicros,
    createdMs: nowMs,
  }));
  database.insert(accounts).values(rows).onConflictDoNothing().run();
}

interface Side {
  id: string;
  change: Micros;
}

function sidesOf({ debitAccount, creditAccount, amountMicros }: Transfer): Side[] {
  return [
    { id: debitAccount, change: subtractMicros(zeroMicros, amountMicros) },
    { id: creditAccount, change: amountMicros },
  ];
}

function isWallet(side: Side): side is Side & { id: AccountId } {
  return !Object.values<string>(systemAccounts).includes(side.id);
}

function canPay(purse: Purse, { debitAccount, amountMicros }: Transfer): boolean {
  const side = { id: debitAccount, change: amountMicros };
  const payer = isWallet(side) ? purse.find(side.id) : undefined;
  return !payer || payer.postedMicros - payer.heldMicros >= amountMicros;
}
