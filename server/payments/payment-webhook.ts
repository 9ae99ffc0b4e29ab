import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppEnv } from "../http/context.ts";
import { problem } from "../http/problem.ts";
import type { PaymentProvider } from "./payment-provider.ts";
import { recordPayment, type RecordPaymentDeps } from "./record-payment.ts";

export interface PaymentWebhookDeps extends Omit<RecordPaymentDeps, "provider"> {
  paymentProvider: (RecordPaymentDeps["provider"] & Pick<PaymentProvider, "readEvent">) | undefined;
}

const maxEventBytes = 256 * 1024;

/**
 * `POST /stripe/webhook`: what the payment provider tells us. It is answered after the database has committed; a 5xx makes the
 * provider tell it again, for days, with growing gaps.
 */
export function createPaymentWebhook({ paymentProvider: provider, ...deps }: PaymentWebhookDeps) {
  return new Hono<AppEnv>()
    .use(
      "/stripe/webhook",
      bodyLimit({ maxSize: maxEventBytes, onError: (c) => problem(c, "payload_too_large", "No event is this large.") }),
    )
    .post("/stripe/webhook", async (c) => {
      if (!provider) return problem(c, "not_found", "This server takes no cards.");
      // The signature is over the very bytes: what a parser would make of them is not what was signed.
      const event = provider.readEvent({ body: await c.req.text(), signature: c.req.header("stripe-signature") ?? "" });
      if (!event.ok)
        return problem(c, "forbidden", "The signature is not the provider's. STRIPE_WEBHOOK_SECRET must be this endpoint's.");
      const recorded = await recordPayment({ ...deps, provider }, event.value);
      if (recorded.ok) return c.body(null, 204);
      deps.logger.info({ event: event.value.kind, why: recorded.error }, "payment event turned away, to come again");
      return problem(c, "payments_unavailable", "This event cannot be recorded yet. Send it again.");
    });
}
