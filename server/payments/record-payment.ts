import type { AccountId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import { takeBackIds } from "../store/outcome/owed.ts";
import type { Store } from "../store/store.ts";
import { systemAccounts } from "../store/system-accounts.ts";
import type { PaymentEvent, Refund } from "./payment-event.ts";
import type { PaymentProvider } from "./payment-provider.ts";

export interface RecordPaymentDeps {
  store: Pick<Store, "postTransfer" | "takeBack" | "findTransfer">;
  provider: Pick<PaymentProvider, "findPayer" | "listRefunds">;
  clock: Clock;
  logger: Pick<Logger, "info" | "warn" | "error">;
}

/** Why an event cannot be recorded now: what it follows upon is not in the books yet, or the provider cannot be asked. It must be told again. */
export type NotNow = "too_early" | "provider_unavailable";

/**
 * Puts into the books what follows from a provider's event. Each transfer bears an id made of what it is for, so that an event told
 * twice is recorded once; one told before what it follows upon is turned away, to be told again.
 */
export async function recordPayment(deps: RecordPaymentDeps, event: PaymentEvent): Promise<Result<void, NotNow>> {
  switch (event.kind) {
    case "paid":
      return recordPaid(deps, event);
    case "withdrawn":
      return forPayer(deps, event.paymentId, (accountId) =>
        takeBack(deps, { accountId, id: event.disputeId, amountMicros: event.amountMicros, reason: "disputed with the bank" }),
      );
    case "reinstated":
      return forPayer(deps, event.paymentId, async (accountId) => {
        // Given back before it was taken, it could be spent twice until the taking comes.
        if (!(await isTakenBack(deps, event.disputeId))) return err("too_early");
        return giveBack(deps, { accountId, id: event.disputeId, amountMicros: event.amountMicros, reason: "dispute won" });
      });
    case "refunds_changed":
      return forPayer(deps, event.paymentId, (accountId) => recordRefunds(deps, { accountId, paymentId: event.paymentId }));
    case "nothing":
      if (event.isOdd) deps.logger.error({ why: event.why }, "a payment event needs a person to look at it");
      return ok(undefined);
  }
}

function paymentTransferId(paymentId: string): string {
  return `topup:stripe:${paymentId}`;
}

async function recordPaid(deps: RecordPaymentDeps, event: PaymentEvent & { kind: "paid" }): Promise<Result<void, NotNow>> {
  const { paymentId, accountId, amountMicros } = event;
  const posted = await topUp(deps, { id: paymentTransferId(paymentId), accountId, amountMicros, reason: "paid by card" });
  // Telling it again would not help, and another server may take money by the same provider account.
  if (!posted) deps.logger.error({ accountId, paymentId }, "money was paid for a wallet that is not here");
  return ok(undefined);
}

/**
 * Does what follows for the wallet that a payment went into. A payment that is not in the books is either not for us, or its own
 * event is still on the way: the provider knows which.
 */
async function forPayer(
  { store, provider, logger }: RecordPaymentDeps,
  paymentId: string,
  record: (accountId: AccountId) => Promise<Result<void, NotNow>>,
): Promise<Result<void, NotNow>> {
  const payment = await store.findTransfer(paymentTransferId(paymentId));
  if (payment) return record(payment.creditAccount as AccountId);
  const payer = await provider.findPayer(paymentId);
  if (!payer.ok) {
    logger.warn({ paymentId, message: payer.error.message }, "the payment provider could not be asked about a payment");
    return err("provider_unavailable");
  }
  return payer.value === undefined ? ok(undefined) : err("too_early");
}

interface Movement {
  accountId: AccountId;
  /** The provider's id of the dispute or refund. */
  id: string;
  amountMicros: Micros;
  reason: string;
}

async function recordRefunds(
  deps: RecordPaymentDeps,
  { accountId, paymentId }: { accountId: AccountId; paymentId: string },
): Promise<Result<void, NotNow>> {
  // The list tells all there is, so that an event that was lost, or came in another order than it happened, is made up for.
  const refunds = await deps.provider.listRefunds(paymentId);
  if (!refunds.ok) {
    deps.logger.warn({ paymentId, message: refunds.error.message }, "the payment provider could not be asked for refunds");
    return err("provider_unavailable");
  }
  for (const refund of refunds.value) await recordRefund(deps, accountId, refund);
  return ok(undefined);
}

async function recordRefund(
  deps: RecordPaymentDeps,
  accountId: AccountId,
  { id, amountMicros, isUndone }: Refund,
): Promise<void> {
  if (!isUndone) await takeBack(deps, { accountId, id, amountMicros, reason: "refunded to the card" });
  else if (await isTakenBack(deps, id)) await giveBack(deps, { accountId, id, amountMicros, reason: "refund came to nothing" });
}

async function takeBack(
  { store, clock, logger }: RecordPaymentDeps,
  { accountId, id, amountMicros, reason }: Movement,
): Promise<Result<void, NotNow>> {
  const reference = referenceOf(id);
  const taken = await store.takeBack({ accountId, amountMicros, reference, actor: "stripe", reason, nowMs: clock() });
  if (!taken.ok) throw new Error(`${accountId} was paid into and is gone.`);
  if (taken.value.posted) logger.warn({ accountId, reference, amountMicros, reason }, "money was taken back");
  return ok(undefined);
}

async function giveBack(deps: RecordPaymentDeps, { id, ...movement }: Movement): Promise<Result<void, NotNow>> {
  if (!(await topUp(deps, { id: `topup:stripe:${id}:given-back`, ...movement }))) {
    throw new Error(`${movement.accountId} was paid into and is gone.`);
  }
  return ok(undefined);
}

async function isTakenBack({ store }: RecordPaymentDeps, id: string): Promise<boolean> {
  const parts = await Promise.all(takeBackIds(referenceOf(id)).map((transferId) => store.findTransfer(transferId)));
  return parts.some((part) => part !== undefined);
}

function referenceOf(id: string): string {
  return `stripe:${id}`;
}

/** Puts money into a wallet, once for each id. False when there is no such wallet. */
async function topUp(
  { store, clock, logger }: RecordPaymentDeps,
  { id, accountId, amountMicros, reason }: Movement,
): Promise<boolean> {
  const posted = await store.postTransfer({
    id,
    kind: "topup",
    debitAccount: systemAccounts.payments,
    creditAccount: accountId,
    amountMicros,
    callId: null,
    actor: "stripe",
    reason,
    createdMs: clock(),
  });
  if (posted.ok && posted.value.posted) logger.info({ accountId, transferId: id, amountMicros, reason }, "money was paid in");
  return posted.ok;
}
