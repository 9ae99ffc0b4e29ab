import { isTerminal } from "#shared/call-status.ts";
import { subtractMicros, zeroMicros } from "#shared/money.ts";
import { err, ok } from "#shared/result.ts";
import { and, count, eq, sql } from "drizzle-orm";
import type { Clock } from "../../clock.ts";
import { authorise, availableMicros } from "../../ledger/authorise.ts";
import { finalWordMs, limitDeadlineMs } from "../../ledger/check-times.ts";
import { decide, type LedgerTransfer } from "../../ledger/decide.ts";
import type { Account, CallRow, CarrierFact, Store, Transfer } from "../store.ts";
import { systemAccounts } from "../system-accounts.ts";
import { prepareSaveCall, type CallFinders } from "./call-row.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { calls } from "./schema/calls.ts";
import type { Purse } from "./purse.ts";

type Settlement = Pick<Store, "authoriseCall" | "refuseCall" | "recordFact">;

const nothing = { postedMicros: zeroMicros, heldMicros: zeroMicros };

/** The transactions in which calls hold money, are refused, and are charged. */
export function createSettlement(
  database: SqliteDatabase,
  { commit }: Committer,
  purse: Purse,
  { find, clock }: { find: CallFinders; clock: Clock },
): Settlement {
  const save = prepareSaveCall(database);
  const openHolds = prepareOpenHolds(database);
  const savePrice = database
    .update(calls)
    .set({ carrierPriceMicros: sql`${sql.placeholder("price")}` })
    .where(eq(calls.id, sql.placeholder("id")))
    .prepare();

  return {
    async authoriseCall({ callId, parentSid, maxTimeLimitSeconds, nowMs }) {
      return commit((noteChanged) => {
        const call = find.byId(callId);
        if (!call) return err("call_not_found");
        if (isTerminal(call.status)) return err("call_ended");
        // The carrier asks again when it did not get the answer. It must be the answer it did not get.
        if (call.parentSid !== null) return call.parentSid === parentSid ? ok(call) : err("already_connected");
        const account = walletOf(purse, call);
        if (openHolds(call) >= account.maxConcurrentCalls) return err("too_many_calls");
        const authorised = authorise(call.rate, { availableMicros: availableMicros(account), maxTimeLimitSeconds });
        if (!authorised.ok) return authorised;
        const { holdMicros, timeLimitSeconds } = authorised.value;
        if (!purse.move(account.id, { postedMicros: zeroMicros, heldMicros: holdMicros })) return err("insufficient_balance");
        const checkAfterMs = limitDeadlineMs(nowMs, timeLimitSeconds);
        const connected = { ...call, parentSid, holdMicros, holdOpen: true, timeLimitSeconds, checkAfterMs };
        save.run(connected);
        noteChanged(account.id);
        return ok(connected);
      });
    },

    async refuseCall({ callId, reason, nowMs }) {
      return commit((noteChanged) => {
        const call = find.byId(callId);
        if (!call || isTerminal(call.status) || call.holdOpen) return call;
        // Nobody rang: for a call that was never connected that is a cancellation, for one that was turned down a failure.
        const status = reason === "never_connected" ? ("canceled" as const) : ("failed" as const);
        const refused = { ...call, status, reason, endedMs: nowMs, final: true, checkAfterMs: null };
        save.run(refused);
        purse.move(call.accountId, nothing);
        noteChanged(call.accountId);
        return refused;
      });
    },

    async recordFact(key, fact) {
      return commit((noteChanged) => {
        const call = findByKey(find, key);
        if (!call) return undefined;
        if (fact.carrierPriceMicros !== undefined) savePrice.run({ id: call.id, price: fact.carrierPriceMicros });
        const decision = decide(call, walletOf(purse, call), fact);
        const checkAfterMs = nextCheckMs(call, { fact, isFinal: decision.callPatch.final, nowMs: clock() });
        if (!decision.isNews && checkAfterMs === call.checkAfterMs) return call;
        const settled = { ...call, ...decision.callPatch, checkAfterMs };
        save.run(settled);
        if (!decision.isNews) return settled;
        applyMoney(purse, settled, decision, clock());
        noteChanged(call.accountId);
        return settled;
      });
    },
  };
}

function walletOf(purse: Purse, call: CallRow): Account {
  const account = purse.find(call.accountId);
  if (!account) throw new Error(`${call.id} belongs to no wallet.`);
  return account;
}

/**
 * The carrier is asked once more after any end, because its record is the last word. The first word of an end sets the time: one
 * that comes without its duration settles nothing yet, and needs the question more than any.
 */
function nextCheckMs(
  call: CallRow,
  { fact, isFinal, nowMs }: { fact: CarrierFact; isFinal: boolean; nowMs: number },
): number | null {
  if (isFinal) return null;
  if (isTerminal(call.status) || !isTerminal(fact.status)) return call.checkAfterMs;
  return Math.min(call.checkAfterMs ?? Number.POSITIVE_INFINITY, finalWordMs(nowMs));
}

function applyMoney(
  purse: Purse,
  call: CallRow,
  { transfer, holdDelta }: { transfer: LedgerTransfer | undefined; holdDelta: Transfer["amountMicros"] },
  nowMs: number,
): void {
  if (transfer) purse.record(toTransfer(transfer, call, nowMs));
  const paid = transfer?.amountMicros ?? zeroMicros;
  const postedMicros = transfer?.kind === "settle" ? subtractMicros(zeroMicros, paid) : paid;
  if (!purse.move(call.accountId, { postedMicros, heldMicros: holdDelta }))
    throw new Error(`${call.id} would overdraw its wallet.`);
}

function toTransfer({ id, kind, amountMicros }: LedgerTransfer, call: CallRow, nowMs: number): Transfer {
  const sides =
    kind === "settle"
      ? { debitAccount: call.accountId, creditAccount: systemAccounts.revenue }
      : { debitAccount: systemAccounts.revenue, creditAccount: call.accountId };
  const reason =
    kind === "settle" ? `${call.durationSeconds} s of talk` : `the carrier's record says ${call.durationSeconds} s of talk`;
  return { id, kind, ...sides, amountMicros, callId: call.id, actor: "carrier", reason, createdMs: nowMs };
}

type CallKey = Parameters<Store["recordFact"]>[0];

function findByKey(find: CallFinders, key: CallKey): CallRow | undefined {
  if ("callId" in key) return find.byId(key.callId);
  return "parentSid" in key ? find.byParentSid(key.parentSid) : find.byChildSid(key.childSid);
}

function prepareOpenHolds(database: SqliteDatabase): (call: CallRow) => number {
  const openHolds = database
    .select({ count: count() })
    .from(calls)
    .where(and(eq(calls.accountId, sql.placeholder("accountId")), sql`${calls.holdOpen}`))
    .prepare();
  return ({ accountId }) => openHolds.get({ accountId })?.count ?? 0;
}
