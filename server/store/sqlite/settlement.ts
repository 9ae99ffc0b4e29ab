import { zeroMicros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { and, count, eq, sql } from "drizzle-orm";
import type { Clock } from "../../clock.ts";
import { startOfDayMs, type Usage } from "../../ledger/admit-call.ts";
import { noMove, type CallOutcome } from "../outcome/outcome.ts";
import { placeHold } from "../outcome/place-hold.ts";
import { refuseCall } from "../outcome/refuse-call.ts";
import { settleFact } from "../outcome/settle-fact.ts";
import type { Account, CallRow, Store } from "../store.ts";
import type { CallFinders } from "./call-row.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { Purse } from "./purse.ts";
import { prepareSaveCall } from "./save-call.ts";
import { calls, webhookEvents } from "./schema/calls.ts";
import type { ReadSpent } from "./spent.ts";

type Settlement = Pick<Store, "authoriseCall" | "refuseCall" | "recordFact">;

interface SettlementDeps {
  committer: Committer;
  purse: Purse;
  find: CallFinders;
  readSpent: ReadSpent;
  clock: Clock;
}

/** The transactions in which calls hold money, are refused, and are charged. What each comes to is decided by pure functions. */
export function createSettlement(database: SqliteDatabase, deps: SettlementDeps): Settlement {
  const { purse, find, readSpent, clock } = deps;
  const { commit } = deps.committer;
  const save = prepareSaveCall(database);
  const openHolds = prepareOpenHolds(database);
  const insertEvent = database
    .insert(webhookEvents)
    .values(placeholdersFor(webhookEvents, ["childSid", "sequence", "status", "receivedMs"]))
    .prepare();

  /** Writes an outcome down. False, and nothing done, when the wallet has not got what it takes. */
  function write(before: CallRow, { call, transfer, move }: CallOutcome): boolean {
    if (move && !purse.move(call.accountId, move)) return false;
    save(before, call);
    if (transfer) purse.record(transfer);
    return true;
  }

  function usageOf({ id, maxPerDayMicros }: Account, nowMs: number): Usage {
    const spentTodayMicros = maxPerDayMicros === null ? zeroMicros : readSpent(id, startOfDayMs(nowMs));
    return { openHolds: openHolds(id), spentTodayMicros };
  }

  return {
    async authoriseCall(asked) {
      return commit((noteChanged) => {
        const call = find.byId(asked.callId);
        if (!call) return err("call_not_found");
        const account = required(purse.find(call.accountId), call);
        const placed = placeHold({ call, account, usage: usageOf(account, asked.nowMs) }, asked);
        if (!placed.ok) return placed;
        if (!placed.value.move) return ok(placed.value.call);
        if (!write(call, placed.value)) return err("insufficient_balance");
        noteChanged(account.id);
        return ok(placed.value.call);
      });
    },

    async refuseCall({ callId, ...refusal }) {
      return commit((noteChanged) => {
        const call = find.byId(callId);
        const refused = call && refuseCall(call, refusal);
        if (!refused) return call;
        write(call, { call: refused, transfer: undefined, move: noMove });
        noteChanged(refused.accountId);
        return refused;
      });
    },

    async recordFact(key, fact, event) {
      return commit((noteChanged) => {
        const call = findByKey(find, key);
        if (!call) return undefined;
        if (event) insertEvent.run({ ...event });
        const account = required(purse.balance(call.accountId), call);
        const outcome = settleFact({ call, account }, fact, clock());
        if (!outcome) return call;
        if (!write(call, outcome)) throw new Error(`${call.id} would overdraw its wallet.`);
        if (outcome.move) noteChanged(call.accountId);
        return outcome.call;
      });
    },
  };
}

function required<Found>(account: Found | undefined, call: CallRow): Found {
  if (!account) throw new Error(`${call.id} belongs to no wallet.`);
  return account;
}

type CallKey = Parameters<Store["recordFact"]>[0];

function findByKey(find: CallFinders, key: CallKey): CallRow | undefined {
  if ("callId" in key) return find.byId(key.callId);
  return "parentSid" in key ? find.byParentSid(key.parentSid) : find.byChildSid(key.childSid);
}

function prepareOpenHolds(database: SqliteDatabase): (accountId: Account["id"]) => number {
  const openHolds = database
    .select({ count: count() })
    .from(calls)
    .where(and(eq(calls.accountId, sql.placeholder("accountId")), sql`${calls.holdOpen}`))
    .prepare();
  return (accountId) => openHolds.get({ accountId })?.count ?? 0;
}
