import type { AccountId } from "#shared/ids.ts";
import { micros, subtractMicros, type Micros } from "#shared/money.ts";
import type { Account, TakeBack, Transfer } from "../store.ts";
import { systemAccounts } from "../system-accounts.ts";

/** The account that keeps what a wallet's owner owes. Its posted money is zero or below: minus what is owed. */
export function owedAccountOf(accountId: AccountId): string {
  return accountId.replace(/^acct_/, "owed_");
}

/**
 * The transfers that take money back: out of the wallet what is available, and the rest out of the account of what is owed. Live
 * calls keep what they hold, since it is spent already. The ids are those of the reference, so that doing it twice does it once.
 */
export function planTakeBack(account: Account, { amountMicros, reference, actor, reason, nowMs }: TakeBack): Transfer[] {
  const takenMicros = micros(Math.min(amountMicros, account.postedMicros - account.heldMicros));
  const parts = [
    { part: "wallet", debitAccount: account.id, amountMicros: takenMicros },
    { part: "owed", debitAccount: owedAccountOf(account.id), amountMicros: subtractMicros(amountMicros, takenMicros) },
  ];
  return parts
    .filter(({ amountMicros }) => amountMicros > 0)
    .map(({ part, debitAccount, amountMicros }) => ({
      id: takeBackId(reference, part),
      kind: "adjust",
      debitAccount,
      amountMicros,
      creditAccount: systemAccounts.payments,
      callId: null,
      actor,
      reason,
      createdMs: nowMs,
    }));
}

/** The ids of which at least one is there when this reference was taken back before. */
export function takeBackIds(reference: string): string[] {
  return ["wallet", "owed"].map((part) => takeBackId(reference, part));
}

function takeBackId(reference: string, part: string): string {
  return `adjust:takeback:${reference}:${part}`;
}

/** The transfer that pays off what is owed with money that comes in; undefined when nothing is owed. */
export function planPayOff(owedMicros: Micros, incoming: Transfer): Transfer | undefined {
  if (owedMicros === 0 || (incoming.kind !== "topup" && incoming.kind !== "credit")) return undefined;
  return {
    id: `adjust:payoff:${incoming.id}`,
    kind: "adjust",
    debitAccount: incoming.creditAccount,
    creditAccount: owedAccountOf(incoming.creditAccount as AccountId),
    amountMicros: micros(Math.min(owedMicros, incoming.amountMicros)),
    callId: null,
    actor: incoming.actor,
    reason: "pays off what is owed",
    createdMs: incoming.createdMs,
  };
}
