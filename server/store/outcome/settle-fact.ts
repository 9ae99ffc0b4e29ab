import { isTerminal } from "#shared/call-status.ts";
import { subtractMicros, zeroMicros } from "#shared/money.ts";
import { finalWordMs, priceDueMs } from "../../ledger/check-times.ts";
import { decide, type LedgerAccount, type LedgerTransfer } from "../../ledger/decide.ts";
import type { CallRow, CarrierFact, Transfer } from "../store.ts";
import { systemAccounts } from "../system-accounts.ts";
import type { CallOutcome, WalletMove } from "./outcome.ts";

/** What follows from the carrier's word for a call and its wallet; undefined when nothing does. */
export function settleFact(
  { call, account }: { call: CallRow; account: LedgerAccount },
  fact: CarrierFact,
  nowMs: number,
): CallOutcome | undefined {
  const { isNews, callPatch, transfer, holdDelta } = decide(call, account, fact);
  const checkAfterMs = nextCheckMs(call, { fact, isFinal: callPatch.final, nowMs });
  if (!isNews && checkAfterMs === call.checkAfterMs) return undefined;
  const priceAfterMs = callPatch.final && !call.final ? priceDueMs(nowMs) : call.priceAfterMs;
  const settled = { ...call, ...callPatch, checkAfterMs, priceAfterMs };
  return {
    call: settled,
    transfer: transfer && toTransfer(transfer, settled, nowMs),
    move: isNews ? { postedMicros: changeOf(transfer), heldMicros: holdDelta } : undefined,
  };
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

function changeOf(transfer: LedgerTransfer | undefined): WalletMove["postedMicros"] {
  if (!transfer) return zeroMicros;
  return transfer.kind === "settle" ? subtractMicros(zeroMicros, transfer.amountMicros) : transfer.amountMicros;
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
