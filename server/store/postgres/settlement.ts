import { zeroMicros, type Micros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { and, count, eq, sql } from "drizzle-orm";
import { startOfDayMs } from "../../ledger/admit-call.ts";
import { noMove } from "../outcome/outcome.ts";
import { placeHold } from "../outcome/place-hold.ts";
import { refuseCall } from "../outcome/refuse-call.ts";
import type { Account, CallRow, Store } from "../store.ts";
import { lockCallsOn } from "./call-row.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { purseOn } from "./purse.ts";
import { saveCallOn } from "./save-call.ts";
import { calls } from "./schema/calls.ts";
import { readSpentOn } from "./spent.ts";
import type { Transact } from "./transactions.ts";

type Settlement = Pick<Store, "authoriseCall" | "refuseCall">;

/** The transactions in which calls hold money and are refused. What each comes to is decided by pure functions. */
export function createSettlement(transact: Transact): Settlement {
  return {
    async authoriseCall(asked) {
      return transact(async (database, noteChanged) => {
        const purse = purseOn(database);
        const call = await lockCall(database, asked.callId);
        if (!call) return err("call_not_found");
        // Every hold is placed and let go under the wallet's lock. Sent together and answered one after the other, so the count
        // sees what the lock has waited for.
        const [account, openHolds] = await Promise.all([purse.lock(call.accountId), countOpenHoldsOn(database)(call.accountId)]);
        if (!account) throw new Error(`${call.id} belongs to no wallet.`);
        const spentTodayMicros = await spentToday(database, account, asked.nowMs);
        const placed = placeHold({ call, account, usage: { openHolds, spentTodayMicros } }, asked);
        if (!placed.ok || !placed.value.move) return placed.ok ? ok(placed.value.call) : placed;
        if (!(await purse.move(account.id, placed.value.move))) return err("insufficient_balance");
        await saveCallOn(database)(placed.value.call);
        noteChanged(account.id);
        return ok(placed.value.call);
      });
    },

    async refuseCall({ callId, ...refusal }) {
      return transact(async (database, noteChanged) => {
        const call = await lockCall(database, callId);
        const refused = call && refuseCall(call, refusal);
        if (!refused) return call;
        await saveCallOn(database)(refused);
        await purseOn(database).move(refused.accountId, noMove);
        noteChanged(refused.accountId);
        return refused;
      });
    },
  };
}

async function lockCall(database: PostgresDatabase, id: CallRow["id"]): Promise<CallRow | undefined> {
  const [call] = await lockCallsOn(database)({ ids: [id], parentSids: [], childSids: [] });
  return call;
}

/** Asked only where a limit hangs on it. */
async function spentToday(database: PostgresDatabase, { id, maxPerDayMicros }: Account, nowMs: number): Promise<Micros> {
  return maxPerDayMicros === null ? zeroMicros : readSpentOn(database)(id, startOfDayMs(nowMs));
}

const countOpenHoldsOn = preparedOn((database) => {
  const statement = database
    .select({ count: count() })
    .from(calls)
    .where(and(eq(calls.accountId, sql.placeholder("accountId")), sql`${calls.holdOpen}`))
    .prepare("open_holds");
  return async (accountId: Account["id"]) => (await statement.execute({ accountId }))[0]?.count ?? 0;
});
