import type { AccountId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";

/**
 * What a payment provider says has happened to money that somebody paid. Events come late, twice, and in any order.
 * `paymentId` is the provider's id of the payment, which all events about it share.
 */
export type PaymentEvent =
  | { kind: "paid"; paymentId: string; accountId: AccountId; amountMicros: Micros }
  /** The bank has taken the money back, for now or for good. */
  | { kind: "withdrawn"; paymentId: string; disputeId: string; amountMicros: Micros }
  /** The bank has given it to us again. */
  | { kind: "reinstated"; paymentId: string; disputeId: string; amountMicros: Micros }
  /** Somebody has given money back to the payer, or a refund has come to nothing. The provider's list tells which. */
  | { kind: "refunds_changed"; paymentId: string }
  /** Nothing follows from it. `isOdd`: it should not come, so the operator is told. */
  | { kind: "nothing"; why: string; isOdd: boolean };

/** What was given back to a payer, as the provider lists it. `isUndone`: it came to nothing, and the money is ours again. */
export interface Refund {
  id: string;
  amountMicros: Micros;
  isUndone: boolean;
}
