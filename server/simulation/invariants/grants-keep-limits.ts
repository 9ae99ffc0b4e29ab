import type { AccountRecord, Books, CallRecord, TransferRecord } from "../books/books.ts";
import type { Invariant } from "./step.ts";

const dayMs = 24 * 3_600_000;

/** A call is let through only within what its account may spend, at once, per minute, per call, per day, and where. */
export const grantsKeepLimits: Invariant = function* ({ before, after, serverNowMs, limitsChanging }) {
  const granted = [...after.calls.values()].filter(({ id, holdOpen }) => holdOpen && before.calls.get(id)?.holdOpen !== true);
  for (const call of granted) {
    const account = after.accounts.get(call.accountId);
    if (!account) yield `${call.id} was granted to nobody.`;
    else if (!limitsChanging.has(account.id)) yield* brokenLimits(account, { call, before, after, serverNowMs });
  }
};

interface Grant {
  call: CallRecord;
  before: Books;
  after: Books;
  serverNowMs: number;
}

function* brokenLimits(account: AccountRecord, { call, before, after, serverNowMs }: Grant): Iterable<string> {
  const open = [...after.calls.values()].filter(({ accountId, holdOpen }) => holdOpen && accountId === account.id).length;
  if (open > account.maxConcurrentCalls) yield `${call.id} is call ${open} of ${account.maxConcurrentCalls} at once.`;
  if (call.rate.perMinuteMicros > account.maxPerMinuteMicros) yield `${call.id} costs more a minute than its account may spend.`;
  if (account.maxPerCallMicros !== null && call.holdMicros > account.maxPerCallMicros)
    yield `${call.id} holds ${call.holdMicros}, and a call may cost ${account.maxPerCallMicros}.`;
  if (account.countries && !account.countries.includes(call.countryCode ?? "none"))
    yield `${call.id} goes to ${call.countryCode}, which its account may not call.`;
  // A call that costs nothing takes nothing from the day.
  if (account.maxPerDayMicros === null || call.holdMicros === 0) return;
  const spent = spentSince(after.transfers, account.id, serverNowMs - (serverNowMs % dayMs));
  // What the carrier overran by in this very step was not known when the call was granted.
  const limit = account.maxPerDayMicros + chargedBeyondHolds(before, after, account.id);
  if (spent + account.heldMicros > limit)
    yield `${call.id} was granted with ${spent} spent and ${account.heldMicros} held of ${account.maxPerDayMicros} a day.`;
}

function spentSince(transfers: readonly TransferRecord[], accountId: string, sinceMs: number): number {
  let spent = 0;
  for (const { kind, debitAccount, creditAccount, amountMicros, createdMs } of transfers) {
    if (createdMs < sinceMs) continue;
    if (kind === "settle" && debitAccount === accountId) spent += amountMicros;
    if (kind === "refund" && creditAccount === accountId) spent -= amountMicros;
  }
  return spent;
}

function chargedBeyondHolds(before: Books, after: Books, accountId: string): number {
  let beyond = 0;
  for (const call of after.calls.values()) {
    const earlier = before.calls.get(call.id);
    if (call.accountId !== accountId || !earlier || earlier.chargedMicros === call.chargedMicros) continue;
    const reserved = earlier.holdOpen ? earlier.holdMicros : earlier.chargedMicros;
    beyond += Math.max(0, call.chargedMicros - reserved);
  }
  return beyond;
}
