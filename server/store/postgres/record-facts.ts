import type { AccountId } from "#shared/ids.ts";
import { asc, eq, sql } from "drizzle-orm";
import type { Clock } from "../../clock.ts";
import type { LedgerAccount } from "../../ledger/decide.ts";
import type { CallRow, Store } from "../store.ts";
import { lockCallsOn, type CallKeys } from "./call-row.ts";
import { isRefusal } from "./database-errors.ts";
import { FactLedger, Overdrawn, type AskedFact } from "./fact-ledger.ts";
import { gather } from "./gather.ts";
import { preparedOn } from "./prepared-on.ts";
import { accounts } from "./schema/money.ts";
import type { Transact } from "./transactions.ts";
import { writeFactsOn } from "./write-facts.ts";

// A second batch is read and decided while the first one is on its way to the disk.
const lanes = 2;
const mostAtOnce = 256;

interface FactRecorderDeps {
  transact: Transact;
  clock: Clock;
  observeGroup: (size: number) => void;
}

/**
 * Records what the carrier says. Facts that come faster than the database commits share a transaction, and with it the round trips
 * and the wait for the disk: one by one, they are what a busy server would spend its time on.
 */
export function createFactRecorder({ transact, clock, observeGroup }: FactRecorderDeps): Pick<Store, "recordFact"> {
  const record = gather<AskedFact, CallRow | undefined>({
    run(asked) {
      observeGroup(asked.length);
      return recordFacts(asked, { transact, nowMs: clock() });
    },
    isOfAnItem: (error) => error instanceof Overdrawn || isRefusal(error),
    lanes,
    mostAtOnce,
  });
  return { recordFact: (key, fact, event) => record({ key, fact, event }) };
}

async function recordFacts(
  asked: readonly AskedFact[],
  { transact, nowMs }: { transact: Transact; nowMs: number },
): Promise<(CallRow | undefined)[]> {
  return transact(async (database, noteChanged) => {
    const calls = await lockCallsOn(database)(keysOf(asked));
    if (calls.length === 0) return asked.map(() => undefined);
    const ledger = new FactLedger(calls, await lockWalletsOn(database)(calls.map(({ accountId }) => accountId)));
    const answers = asked.map((each) => ledger.settle(each, nowMs));
    await writeFactsOn(database)(ledger.changes);
    for (const { id } of ledger.changes.wallets) noteChanged(id);
    return answers;
  });
}

function keysOf(asked: readonly AskedFact[]): CallKeys {
  const keys: CallKeys = { ids: [], parentSids: [], childSids: [] };
  for (const { key } of asked) {
    if ("callId" in key) keys.ids.push(key.callId);
    else if ("parentSid" in key) keys.parentSids.push(key.parentSid);
    else keys.childSids.push(key.childSid);
  }
  return keys;
}

/** Finds wallets and keeps them for this transaction, in the order of their ids. */
const lockWalletsOn = preparedOn((database) => {
  const { id, postedMicros, heldMicros } = accounts;
  const statement = database
    .select({ id, postedMicros, heldMicros })
    .from(accounts)
    .where(sql`${accounts.id} = ANY(${sql.placeholder("ids")}::text[]) AND ${eq(accounts.kind, "wallet")}`)
    .orderBy(asc(accounts.id))
    .for("no key update")
    .prepare("lock_wallets");
  return async (ids: AccountId[]): Promise<Map<AccountId, LedgerAccount>> => {
    const wallets = await statement.execute({ ids: [...new Set(ids)] });
    return new Map(wallets.map((wallet) => [wallet.id, wallet]));
  };
});
