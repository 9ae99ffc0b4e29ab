import { carrierStatuses, isTerminal } from "#shared/call-status.ts";
import { addMicros, zeroMicros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { CallId } from "#shared/ids.ts";
import type { CallRecord } from "./call-records.ts";
import type { LedgerReader } from "./ledger-reader.ts";

/** What must hold at every moment, as questions whose answer must be empty. The same in both databases. */
const questions: Record<string, string> = {
  "what is posted in an account is not the sum of its transfers": `
    SELECT id FROM accounts a WHERE a.kind <> 'system' AND a.posted_micros <>
      (SELECT COALESCE(SUM(amount_micros), 0) FROM transfers t WHERE t.credit_account = a.id) -
      (SELECT COALESCE(SUM(amount_micros), 0) FROM transfers t WHERE t.debit_account = a.id)`,
  "what is held in a wallet is not the sum of its open holds": `
    SELECT id FROM accounts a WHERE a.held_micros <>
      (SELECT COALESCE(SUM(hold_micros), 0) FROM calls c WHERE c.account_id = a.id AND c.hold_open)`,
  "a wallet is below zero": "SELECT id FROM accounts WHERE kind = 'wallet' AND posted_micros - held_micros < 0",
  "a call was charged other than its transfers say": `
    SELECT id FROM calls c WHERE c.charged_micros <>
      (SELECT COALESCE(SUM(CASE kind WHEN 'settle' THEN amount_micros ELSE -amount_micros END), 0)
         FROM transfers t WHERE t.call_id = c.id)`,
  "a call is final and not settled": "SELECT id FROM calls WHERE final AND (hold_open OR check_after_ms IS NOT NULL)",
  "nobody will ask about a call": "SELECT id FROM calls WHERE NOT final AND check_after_ms IS NULL",
};

/** Everything in the books that must never be, however and whenever the servers died. */
export async function findViolations(ledger: LedgerReader, calls: ReadonlyMap<CallId, CallRecord>): Promise<string[]> {
  const found: string[] = [];
  for (const [violation, question] of Object.entries(questions))
    for (const row of await ledger.rows(question)) found.push(`${String(row["id"])}: ${violation}`);
  for (const call of calls.values()) found.push(...violationsOf(call).map((violation) => `${call.id}: ${violation}`));
  return found;
}

function violationsOf(call: CallRecord): string[] {
  const { status, durationSeconds, rate, chargedMicros, unrecoveredMicros } = call;
  const owed = status === "completed" ? priceCall(rate, durationSeconds) : zeroMicros;
  return [
    ...(isTerminal(status) && call.holdOpen ? ["it has ended and still holds money"] : []),
    ...(isTerminal(status) && addMicros(chargedMicros, unrecoveredMicros) !== owed ? ["it was not charged by its duration"] : []),
    ...(!isTerminal(status) && chargedMicros !== 0 ? ["it goes on and was charged"] : []),
    ...(unrecoveredMicros !== 0 ? ["its talk was not paid, though its carrier kept to the limit"] : []),
  ];
}

/** What went back between two readings of the books: only the final word may lower anything, and after it nothing changes. */
export function findStepsBack(before: ReadonlyMap<CallId, CallRecord>, after: ReadonlyMap<CallId, CallRecord>): string[] {
  return [...before.values()].flatMap((was) => {
    const is = after.get(was.id);
    if (!is) return [`${was.id}: it is gone`];
    if (was.final) return JSON.stringify(was) === JSON.stringify(is) ? [] : [`${was.id}: it changed after it was final`];
    return !is.final && hasGoneBack(was, is) ? [`${was.id}: it went back without the carrier's last word`] : [];
  });
}

function hasGoneBack(was: CallRecord, is: CallRecord): boolean {
  return (
    carrierStatuses.indexOf(is.status) < carrierStatuses.indexOf(was.status) ||
    is.durationSeconds < was.durationSeconds ||
    is.chargedMicros < was.chargedMicros ||
    (was.parentSid !== null && is.parentSid !== was.parentSid)
  );
}
