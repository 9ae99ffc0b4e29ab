import { err, ok, type Result } from "#shared/result.ts";
import { Stripe } from "stripe";
import type { Clock } from "../../clock.ts";
import { fromCents, toCents } from "../cents.ts";
import type { Refund } from "../payment-event.ts";
import type { Checkout, CheckoutFailure, PaymentProvider, ProviderFailure } from "../payment-provider.ts";
import { paymentMetadataSchema, readStripeEvent, type PaymentMetadata } from "./stripe-event.ts";

export interface StripeOptions {
  secretKey: string;
  /** Signs webhooks. */
  webhookSecret: string;
  /** Where Stripe's API is, for a stand-in on this machine; Stripe itself when left out. */
  apiBaseUrl?: string | undefined;
  clock: Clock;
}

const requestTimeoutMs = 10_000;
// Stripe's own default: a message that was signed longer ago than this is a copy.
const toleranceSeconds = 300;
const mostRefunds = 1_000;

/** Stripe as the payment provider: cards are typed into its page, and never come near this server. */
export function createStripeProvider({ secretKey, webhookSecret, apiBaseUrl, clock }: StripeOptions): PaymentProvider {
  const stripe = new Stripe(secretKey, { timeout: requestTimeoutMs, telemetry: false, ...addressOf(apiBaseUrl) });
  return {
    async openCheckout(checkout) {
      try {
        const session = await stripe.checkout.sessions.create(toSession(checkout), {
          idempotencyKey: `topup:${checkout.accountId}:${checkout.key}`,
        });
        return session.url
          ? ok({ url: session.url })
          : err({ kind: "unavailable", message: "Stripe made a page without an address." });
      } catch (thrown) {
        return err(toCheckoutFailure(thrown));
      }
    },
    readEvent({ body, signature }) {
      const receivedMs = clock();
      try {
        const event = stripe.webhooks.constructEvent(body, signature, webhookSecret, toleranceSeconds, undefined, receivedMs);
        return ok(readStripeEvent(event));
      } catch {
        // It throws for a wrong signature, and for a body that is no JSON: neither is a message of Stripe's.
        return err("not_signed");
      }
    },
    findPayer: (paymentId) =>
      attempt(async () => {
        const { metadata } = await stripe.paymentIntents.retrieve(paymentId);
        const parsed = paymentMetadataSchema.safeParse(metadata);
        return parsed.success ? parsed.data.accountId : undefined;
      }),
    listRefunds: (paymentId) =>
      attempt(async () => {
        const refunds = await stripe.refunds.list({ payment_intent: paymentId }).autoPagingToArray({ limit: mostRefunds });
        return refunds.map(toRefund);
      }),
  };
}

function addressOf(apiBaseUrl: string | undefined) {
  if (apiBaseUrl === undefined) return {};
  const { protocol, hostname, port } = new URL(apiBaseUrl);
  return { protocol: protocol === "http:" ? ("http" as const) : ("https" as const), host: hostname, port };
}

function toSession({ accountId, email, amountMicros, paidUrl, leftUrl }: Checkout): Stripe.Checkout.SessionCreateParams {
  const amountCents = toCents(amountMicros);
  const metadata: PaymentMetadata = { accountId, amountCents: String(amountCents) };
  return {
    mode: "payment",
    submit_type: "pay",
    allowed_payment_method_types: ["card"],
    customer_email: email,
    client_reference_id: accountId,
    line_items: [
      { quantity: 1, price_data: { currency: "usd", unit_amount: amountCents, product_data: { name: "Ringback balance" } } },
    ],
    metadata,
    // Refunds and disputes are told of the payment, which does not know the page it was made on.
    payment_intent_data: { metadata, description: "Ringback balance" },
    // The wallet is in US dollars, so the page asks for nothing else.
    adaptive_pricing: { enabled: false },
    success_url: paidUrl,
    cancel_url: leftUrl,
  };
}

function toRefund({ id, amount, status }: Stripe.Refund): Refund {
  return { id, amountMicros: fromCents(amount), isUndone: status === "failed" || status === "canceled" };
}

async function attempt<Value>(ask: () => Promise<Value>): Promise<Result<Value, ProviderFailure>> {
  try {
    return ok(await ask());
  } catch (thrown) {
    return err(toFailure(thrown));
  }
}

function toFailure(thrown: unknown): ProviderFailure {
  return { kind: "unavailable", message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** https://docs.stripe.com/api/idempotent_requests */
function toCheckoutFailure(thrown: unknown): CheckoutFailure {
  if (!(thrown instanceof Stripe.errors.StripeError)) return toFailure(thrown);
  if (thrown.code === "idempotency_key_in_use") return { kind: "in_flight" };
  return thrown instanceof Stripe.errors.StripeIdempotencyError ? { kind: "mismatch" } : toFailure(thrown);
}
