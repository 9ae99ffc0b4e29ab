import { accountIdSchema } from "#shared/ids.ts";
import { z } from "zod";
import { fromCents } from "../cents.ts";
import type { PaymentEvent } from "../payment-event.ts";

// What a webhook carries has the form of the API version its endpoint was made with, so only what is used is asked for.
const centsSchema = z.int().nonnegative().transform(fromCents);
const idSchema = z.string().min(1);

const sessionSchema = z.object({
  payment_status: z.string(),
  payment_intent: idSchema.nullable(),
  amount_total: centsSchema.nullable(),
  currency: z.string().nullable(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

const disputeSchema = z.object({
  id: idSchema,
  status: z.string(),
  payment_intent: idSchema.nullish(),
  amount: centsSchema,
  currency: z.string(),
});

/** A charge, or a refund: both name the payment they are of. */
const ofPaymentSchema = z.object({ payment_intent: idSchema.nullish() });

/** What a checkout's metadata carries, by which its events are told from those of anything else that the Stripe account sells. */
export const paymentMetadataSchema = z.object({ accountId: accountIdSchema, amountCents: z.string() });
export type PaymentMetadata = z.infer<typeof paymentMetadataSchema>;

const eventSchema = z.object({ type: z.string(), data: z.object({ object: z.unknown() }) });

/**
 * What follows for us from one of Stripe's events, whose signature has been checked. https://docs.stripe.com/api/events/types
 */
export function readStripeEvent(event: unknown): PaymentEvent {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return odd("It is no event that we can read.");
  const { type, data } = parsed.data;
  switch (type) {
    // The first comes when the page was paid on; where money takes days to come, another event tells how that ended.
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
      return readable(sessionSchema, data.object, type, readSession);
    case "charge.dispute.created":
    case "charge.dispute.funds_withdrawn":
      return readable(disputeSchema, data.object, type, (dispute) => readWithdrawal(dispute, type));
    case "charge.dispute.funds_reinstated":
      return readable(disputeSchema, data.object, type, readReinstatement);
    case "charge.dispute.closed":
      return readable(disputeSchema, data.object, type, (dispute) =>
        dispute.status === "won" ? readReinstatement(dispute) : nothing(`The dispute was closed as ${dispute.status}.`),
      );
    case "charge.refunded":
    case "charge.refund.updated":
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      return readable(ofPaymentSchema, data.object, type, ({ payment_intent: paymentId }) =>
        paymentId ? { kind: "refunds_changed", paymentId } : nothing("It is of a charge without a payment intent."),
      );
    case "checkout.session.async_payment_failed":
      return nothing("The payment failed, and nothing was credited for it.");
    default:
      return nothing(`Nothing here follows from ${type}.`);
  }
}

function readable<Schema extends z.ZodType>(
  schema: Schema,
  object: unknown,
  type: string,
  read: (object: z.output<Schema>) => PaymentEvent,
): PaymentEvent {
  const parsed = schema.safeParse(object);
  return parsed.success ? read(parsed.data) : odd(`${type} cannot be read at ${parsed.error.issues[0]?.path.join(".")}.`);
}

function readSession(session: z.output<typeof sessionSchema>): PaymentEvent {
  const metadata = paymentMetadataSchema.safeParse(session.metadata);
  if (!metadata.success) return nothing("It is no payment into a wallet.");
  if (session.payment_status !== "paid") return nothing("The money is still on its way.");
  const { payment_intent: paymentId, amount_total: amountMicros, currency } = session;
  if (paymentId === null || amountMicros === null) return odd("A payment came without its id or amount.");
  if (currency !== "usd") return odd(`${paymentId} was paid in ${currency}, not in US dollars. Nothing was credited.`);
  // A discount, or a tax on top: what is to be credited then is for a person to say.
  if (amountMicros !== fromCents(Number(metadata.data.amountCents))) {
    return odd(`${paymentId} is not of the amount that was asked for. Nothing was credited.`);
  }
  return { kind: "paid", paymentId, accountId: metadata.data.accountId, amountMicros };
}

type Dispute = z.output<typeof disputeSchema>;

function readWithdrawal(dispute: Dispute, type: string): PaymentEvent {
  // A bank may first ask before it takes anything. Should it take the money later, it says so by the other event.
  if (type === "charge.dispute.created" && dispute.status.startsWith("warning_")) return nothing("The bank has only asked.");
  return ofDispute(dispute, (paymentId) => ({ kind: "withdrawn", paymentId, ...amountOf(dispute) }));
}

function readReinstatement(dispute: Dispute): PaymentEvent {
  return ofDispute(dispute, (paymentId) => ({ kind: "reinstated", paymentId, ...amountOf(dispute) }));
}

function ofDispute(
  { id, payment_intent: paymentId, currency }: Dispute,
  read: (paymentId: string) => PaymentEvent,
): PaymentEvent {
  if (!paymentId) return nothing("It is of a charge without a payment intent.");
  return currency === "usd" ? read(paymentId) : odd(`The dispute ${id} is in ${currency}, not in US dollars.`);
}

function amountOf({ id, amount }: Dispute) {
  return { disputeId: id, amountMicros: amount };
}

function nothing(why: string): PaymentEvent {
  return { kind: "nothing", why, isOdd: false };
}

function odd(why: string): PaymentEvent {
  return { kind: "nothing", why, isOdd: true };
}
