import type { AccountId } from "#shared/ids.ts";
import { subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { eq, sql } from "drizzle-orm";
import { owedAccountOf, planPayOff, planTakeBack, takeBackIds } from "../outcome/owed.ts";
import { noMove } from "../outcome/outcome.ts";
import type { Store, Transfer } from "../store.ts";
import type { Committer } from "./commit.ts";
import { prepareOpenCounterAccount } from "./counter-accounts.ts";
import type { SqliteDatabase } from "./database.ts";
import type { Purse } from "./purse.ts";
import { accounts, transfers } from "./schema/money.ts";

type TransferStore = Pick<Store, "postTransfer" | "takeBack" | "findTransfer">;

/** Moves money between wallets, what their owners owe, and the system's accounts. */
export function createTransferStore(database: SqliteDatabase, { commit }: Committer, purse: Purse): TransferStore {
  const kindOf = prepareKindOf(database);
  const find = prepareFindTransfer(database);
  const openCounterAccount = prepareOpenCounterAccount(database);

  /** Writes a transfer and moves both its sides. False, and nothing done, when the payer's wallet has not got it. */
  function post(transfer: Transfer): boolean {
    const { debitAccount, creditAccount, amountMicros } = transfer;
    if (!move(debitAccount, subtractMicros(zeroMicros, amountMicros))) return false;
    if (!move(creditAccount, amountMicros)) throw new Error(`Transfer ${transfer.id} could not be credited.`);
    purse.record(transfer);
    return true;
  }

  function move(id: string, postedMicros: Micros): boolean {
    const kind = kindOf(id);
    if (kind === "wallet") return purse.move(id as AccountId, { postedMicros, heldMicros: zeroMicros });
    if (kind === "receivable") purse.moveOwed(id, postedMicros);
    return true;
  }

  function payOff(incoming: Transfer): void {
    const owedMicros = purse.find(incoming.creditAccount as AccountId)?.owedMicros ?? zeroMicros;
    const transfer = planPayOff(owedMicros, incoming);
    if (transfer && !post(transfer)) throw new Error(`What came in by ${incoming.id} cannot pay off what is owed.`);
  }

  return {
    async postTransfer(transfer) {
      return commit((noteChanged) => {
        const sides = [transfer.debitAccount, transfer.creditAccount];
        const kinds = sides.map(kindOf);
        if (kinds.includes(undefined)) return err("account_not_found");
        if (find(transfer.id)) return ok({ posted: false });
        if (!post(transfer)) return err("insufficient_balance");
        payOff(transfer);
        for (const [index, id] of sides.entries()) if (kinds[index] === "wallet") noteChanged(id as AccountId);
        return ok({ posted: true });
      });
    },

    async takeBack(asked) {
      return commit((noteChanged) => {
        const account = purse.find(asked.accountId);
        if (!account) return err("account_not_found");
        if (takeBackIds(asked.reference).some(find)) return ok({ posted: false });
        openCounterAccount({ id: owedAccountOf(account.id), kind: "receivable", createdMs: asked.nowMs });
        for (const transfer of planTakeBack(account, asked)) {
          if (!post(transfer)) throw new Error(`${transfer.id} takes more than there is.`);
        }
        // What is owed is on the profile too, and may be all that has changed.
        purse.move(account.id, noMove);
        noteChanged(account.id);
        return ok({ posted: true });
      });
    },

    findTransfer: async (id) => find(id),
  };
}

function prepareKindOf(database: SqliteDatabase) {
  const statement = database
    .select({ kind: accounts.kind })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder("id")))
    .prepare();
  return (id: string) => statement.get({ id })?.kind;
}

function prepareFindTransfer(database: SqliteDatabase): (id: string) => Transfer | undefined {
  const statement = database
    .select()
    .from(transfers)
    .where(eq(transfers.id, sql.placeholder("id")))
    .prepare();
  return (id) => {
    const row = statement.get({ id });
    if (!row) return undefined;
    const { sequence: _sequence, ...transfer } = row;
    return transfer;
  };
}
