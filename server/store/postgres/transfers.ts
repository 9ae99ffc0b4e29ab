import type { AccountId } from "#shared/ids.ts";
import { subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { eq, inArray, sql } from "drizzle-orm";
import { owedAccountOf, planPayOff, planTakeBack, takeBackIds } from "../outcome/owed.ts";
import { noMove } from "../outcome/outcome.ts";
import type { Store, Transfer } from "../store.ts";
import { openCounterAccountOn } from "./counter-accounts.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { purseOn, type Purse, type Side } from "./purse.ts";
import { transfers } from "./schema/money.ts";
import type { Transact } from "./transactions.ts";

type TransferStore = Pick<Store, "postTransfer" | "takeBack" | "findTransfer">;

/** Moves money between wallets, what their owners owe, and the system's accounts. */
export function createTransferStore(database: PostgresDatabase, transact: Transact): TransferStore {
  return {
    async postTransfer(transfer) {
      return transact(async (database, noteChanged) => {
        const purse = purseOn(database);
        const { payer, payee, owed } = await lockSides(purse, transfer);
        if (!payer || !payee) return err("account_not_found");
        if (await findTransferOn(database)(transfer.id)) return ok({ posted: false });
        if (!canPay(payer, transfer.amountMicros)) return err("insufficient_balance");
        if (!(await post(purse, transfer, [payer, payee]))) return ok({ posted: false });
        const payOff = planPayOff(subtractMicros(zeroMicros, owed?.postedMicros ?? zeroMicros), transfer);
        if (payOff && owed) await postOrThrow(purse, payOff, [payee, owed]);
        for (const { id, kind } of [payer, payee]) if (kind === "wallet") noteChanged(id);
        return ok({ posted: true });
      });
    },

    async takeBack(asked) {
      return transact(async (database, noteChanged) => {
        const purse = purseOn(database);
        if (!(await purse.find(asked.accountId))) return err("account_not_found");
        const owedId = owedAccountOf(asked.accountId);
        await openCounterAccountOn(database)({ id: owedId, kind: "receivable", createdMs: asked.nowMs });
        const sides = await purse.lockSides([asked.accountId, owedId]);
        if (await isTakenBack(database, asked.reference)) return ok({ posted: false });
        const account = await purse.find(asked.accountId);
        if (!account) return err("account_not_found");
        for (const transfer of planTakeBack(account, asked)) await postOrThrow(purse, transfer, sides);
        // What is owed is on the profile too, and may be all that has changed.
        await purse.move(account.id, noMove);
        noteChanged(account.id);
        return ok({ posted: true });
      });
    },

    findTransfer: async (id) => findTransferOn(database)(id),
  };
}

/** The accounts of a transfer, and the one of what its receiver owes, all kept for this transaction. */
async function lockSides(purse: Purse, { debitAccount, creditAccount }: Transfer) {
  const owedId = owedAccountOf(creditAccount as AccountId);
  const sides = await purse.lockSides([debitAccount, creditAccount, owedId]);
  const find = (id: string) => sides.find((side) => side.id === id);
  return { payer: find(debitAccount), payee: find(creditAccount), owed: owedId === creditAccount ? undefined : find(owedId) };
}

function canPay({ kind, postedMicros, heldMicros }: Side, amountMicros: Micros): boolean {
  return kind !== "wallet" || postedMicros - heldMicros >= amountMicros;
}

/** Writes a transfer and moves both its sides. False, and nothing done, when one of that id is there already. */
async function post(purse: Purse, transfer: Transfer, sides: readonly Side[]): Promise<boolean> {
  if (!(await purse.record(transfer))) return false;
  const { debitAccount, creditAccount, amountMicros } = transfer;
  for (const { id, kind } of sides) {
    if (id === debitAccount) await move(purse, { id, kind, postedMicros: subtractMicros(zeroMicros, amountMicros) });
    if (id === creditAccount) await move(purse, { id, kind, postedMicros: amountMicros });
  }
  return true;
}

async function postOrThrow(purse: Purse, transfer: Transfer, sides: readonly Side[]): Promise<void> {
  if (!(await post(purse, transfer, sides))) throw new Error(`${transfer.id} was posted before what it belongs to.`);
}

async function move(purse: Purse, { id, kind, postedMicros }: Pick<Side, "id" | "kind" | "postedMicros">): Promise<void> {
  if (kind === "receivable") return purse.moveOwed(id, postedMicros);
  if (kind === "wallet" && !(await purse.move(id, { postedMicros, heldMicros: zeroMicros })))
    throw new Error(`${id} was kept for this transfer and has changed.`);
}

async function isTakenBack(database: PostgresDatabase, reference: string): Promise<boolean> {
  const [earlier] = await database
    .select({ id: transfers.id })
    .from(transfers)
    .where(inArray(transfers.id, takeBackIds(reference)))
    .limit(1);
  return earlier !== undefined;
}

const findTransferOn = preparedOn((database) => {
  const statement = database
    .select()
    .from(transfers)
    .where(eq(transfers.id, sql.placeholder("id")))
    .prepare("transfer");
  return async (id: string): Promise<Transfer | undefined> => {
    const [row] = await statement.execute({ id });
    if (!row) return undefined;
    const { sequence: _sequence, ...transfer } = row;
    return transfer;
  };
});
