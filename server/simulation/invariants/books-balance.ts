import type { AccountRecord, Books, CallRecord } from "../books/books.ts";
import type { Invariant } from "./step.ts";

/** What is posted in an account is the sum of its transfers; the system's accounts keep no balance of their own. */
export const postedIsTheSumOfTransfers: Invariant = function* ({ after }) {
  const sums = sumTransfers(after);
  for (const { id, kind, postedMicros } of after.accounts.values()) {
    const expected = kind === "system" ? 0 : (sums.get(id) ?? 0);
    if (postedMicros !== expected) yield `${id} has ${postedMicros} posted, and its transfers come to ${expected}.`;
  }
};

/** What is held in a wallet is the sum of its open holds. */
export const heldIsTheSumOfOpenHolds: Invariant = function* ({ after }) {
  const sums = sumBy([...after.calls.values()].filter(({ holdOpen }) => holdOpen));
  for (const { id, heldMicros } of after.accounts.values()) {
    const expected = sums.get(id) ?? 0;
    if (heldMicros !== expected) yield `${id} has ${heldMicros} held, and its open holds come to ${expected}.`;
  }
};

/** No wallet has less than it holds, and what is owed is owed by the person, not to them. */
export const nothingIsBelowZero: Invariant = function* ({ after }) {
  for (const account of after.accounts.values()) {
    if (isBelowZero(account)) yield `${account.id} has ${account.postedMicros} posted and ${account.heldMicros} held.`;
  }
};

/** A transfer once posted stays as it is, and no id is there twice. */
export const transfersStay: Invariant = function* ({ before, after }) {
  if (before.transfers === after.transfers) return;
  for (const [index, transfer] of before.transfers.entries()) {
    const now = after.transfers[index];
    if (JSON.stringify(now) !== JSON.stringify(transfer)) yield `Transfer ${transfer.id} became ${now?.id ?? "nothing"}.`;
  }
  const ids = new Set(after.transfers.map(({ id }) => id));
  if (ids.size !== after.transfers.length) yield "A transfer was posted twice.";
};

/** A client hears of every change of its wallet and its calls by a larger `rev`. */
export const everyChangeRaisesRev: Invariant = function* ({ before, after }) {
  const changed = [...after.calls.values()].filter((call) => isVisiblyDifferent(before.calls.get(call.id), call));
  const callersOfChanged = new Set(changed.map(({ accountId }) => accountId));
  for (const account of after.accounts.values()) {
    const earlier = before.accounts.get(account.id);
    if (!earlier || account.kind !== "wallet") continue;
    if (account.rev < earlier.rev) yield `The rev of ${account.id} fell to ${account.rev}.`;
    const owed = account.id.replace("acct_", "owed_");
    const hasMoved =
      account.postedMicros !== earlier.postedMicros ||
      account.heldMicros !== earlier.heldMicros ||
      after.accounts.get(owed)?.postedMicros !== before.accounts.get(owed)?.postedMicros ||
      callersOfChanged.has(account.id);
    if (hasMoved && account.rev === earlier.rev) yield `${account.id} changed, and its rev is still ${account.rev}.`;
  }
};

function isVisiblyDifferent(before: CallRecord | undefined, after: CallRecord): boolean {
  if (before === after) return false;
  return (
    before === undefined ||
    before.status !== after.status ||
    before.holdOpen !== after.holdOpen ||
    before.durationSeconds !== after.durationSeconds ||
    before.chargedMicros !== after.chargedMicros ||
    before.answeredMs !== after.answeredMs ||
    before.endedMs !== after.endedMs ||
    before.final !== after.final
  );
}

function isBelowZero({ kind, postedMicros, heldMicros }: AccountRecord): boolean {
  switch (kind) {
    case "wallet":
      return heldMicros < 0 || postedMicros - heldMicros < 0;
    case "receivable":
      return postedMicros > 0 || heldMicros !== 0;
    case "system":
      return false;
  }
}

function sumTransfers({ transfers }: Books): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { debitAccount, creditAccount, amountMicros } of transfers) {
    sums.set(debitAccount, (sums.get(debitAccount) ?? 0) - amountMicros);
    sums.set(creditAccount, (sums.get(creditAccount) ?? 0) + amountMicros);
  }
  return sums;
}

function sumBy(calls: CallRecord[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { accountId, holdMicros } of calls) sums.set(accountId, (sums.get(accountId) ?? 0) + holdMicros);
  return sums;
}
