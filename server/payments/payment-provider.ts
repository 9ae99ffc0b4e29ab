import type { AccountId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import type { Result } from "#shared/result.ts";
import type { PaymentEvent, Refund } from "./payment-event.ts";

/** A page on which one amount can be paid into one wallet. */
export interface Checkout {
  accountId: AccountId;
  /** Whose receipt it is. */
  email: string;
  /** Whole cents. */
  amountMicros: Micros;
  /** The same key asks for the same page. */
  key: string;
  /** Where the page leads when it was paid on, and when it was left. */
  paidUrl: string;
  leftUrl: string;
}

/** `mismatch`: the key was used for another amount. `in_flight`: it is being answered. `unavailable`: try again; see `message`. */
export type CheckoutFailure = { kind: "mismatch" | "in_flight" } | ProviderFailure;

/** The provider did not answer, or refused us. The message is for the operator. */
export interface ProviderFailure {
  kind: "unavailable";
  message: string;
}

/** What Ringback asks of whoever takes the money. Adapters never throw for what the provider says or fails to say. */
export interface PaymentProvider {
  openCheckout(checkout: Checkout): Promise<Result<{ url: string }, CheckoutFailure>>;
  /** Reads a message to us, if the provider signed it, and lately; a copy of an old one is refused like a forged one. */
  readEvent(message: { body: string; signature: string }): Result<PaymentEvent, "not_signed">;
  /** Whose wallet a payment is for; undefined when it is for something other than a wallet here. */
  findPayer(paymentId: string): Promise<Result<AccountId | undefined, ProviderFailure>>;
  listRefunds(paymentId: string): Promise<Result<Refund[], ProviderFailure>>;
}
