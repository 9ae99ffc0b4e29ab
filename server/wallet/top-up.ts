import type { AccountId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import type { Result } from "#shared/result.ts";
import type { Store } from "../store/store.ts";
import { systemAccounts } from "../store/system-accounts.ts";

export interface TopUp {
  accountId: AccountId;
  amountMicros: Micros;
  /** What makes this payment this payment, such as its receipt number: the same reference is posted once. */
  reference: string;
  /** Who did it, for the books. */
  actor: string;
  reason: string;
  nowMs: number;
}

/** Puts money that was paid into a wallet. `posted: false` when this reference was posted before. */
export async function postTopUp(
  store: Pick<Store, "postTransfer">,
  { accountId, amountMicros, reference, actor, reason, nowMs }: TopUp,
): Promise<Result<{ posted: boolean }, "account_not_found">> {
  const posted = await store.postTransfer({
    id: `topup:${accountId}:${reference}`,
    kind: "topup",
    debitAccount: systemAccounts.payments,
    creditAccount: accountId,
    amountMicros,
    callId: null,
    actor,
    reason,
    createdMs: nowMs,
  });
  if (posted.ok) return posted;
  if (posted.error === "account_not_found") return { ok: false, error: posted.error };
  throw new Error("The system's account for payments has no limit, yet a top-up was refused.");
}
