import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import { Stripe } from "stripe";
import { ulid } from "ulid";

export const secretKey = "sk_test_standin00000";
export const webhookSecret = "whsec_standin00000";

export interface Session {
  id: string;
  object: "checkout.session";
  url: string;
  mode: string;
  amount_total: number;
  currency: string;
  metadata: Record<string, string>;
  payment_intent: string | null;
  payment_status: "unpaid" | "paid";
  success_url: string;
  cancel_url: string;
}

interface StandInRefund {
  id: string;
  object: "refund";
  amount: number;
  currency: string;
  payment_intent: string;
  status: string;
}

/**
 * Stripe's API as far as Ringback asks it, on this machine: the real library talks to it, and signs what it tells. What a payer and
 * a bank would do is up to the test.
 */
export async function startStripeStandIn() {
  const sessions = new Map<string, Session>();
  const refunds: StandInRefund[] = [];
  const answers = new Map<string, { body: string; session: Session }>();
  /** While set, every request is answered with it. */
  let outage: number | undefined;
  const app = new Hono();

  app.use("/v1/*", async (c, next) => {
    if (outage !== undefined) return c.json({ error: { type: "api_error", message: "Down." } }, outage as 503);
    if (c.req.header("authorization") !== `Bearer ${secretKey}`) {
      return c.json({ error: { type: "invalid_request_error", message: "Invalid API Key provided" } }, 401);
    }
    await next();
  });
  app.post("/v1/checkout/sessions", async (c) => {
    const [key, body] = [c.req.header("idempotency-key") ?? "", await c.req.text()];
    const earlier = answers.get(key);
    if (earlier && earlier.body !== body) {
      return c.json(
        { error: { type: "idempotency_error", message: "Keys for idempotent requests can only be used once." } },
        400,
      );
    }
    const session = earlier?.session ?? openSession(new URLSearchParams(body), new URL(c.req.url).origin);
    answers.set(key, { body, session });
    sessions.set(session.id, session);
    return c.json(session);
  });
  app.get("/v1/payment_intents/:id", (c) => {
    const session = [...sessions.values()].find(({ payment_intent }) => payment_intent === c.req.param("id"));
    if (!session) return c.json({ error: { type: "invalid_request_error", message: "No such payment_intent" } }, 404);
    return c.json({ id: session.payment_intent, object: "payment_intent", metadata: session.metadata });
  });
  app.get("/v1/refunds", (c) => {
    const data = refunds.filter(({ payment_intent }) => payment_intent === c.req.query("payment_intent"));
    return c.json({ object: "list", url: "/v1/refunds", has_more: false, data });
  });

  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    sessions,
    setOutage: (status: number | undefined) => {
      outage = status;
    },
    /** Somebody types a card into the page. */
    pay(sessionUrl: string): Session & { payment_intent: string } {
      const session = [...sessions.values()].find(({ url }) => url === sessionUrl);
      if (!session) throw new Error(`There is no page at ${sessionUrl}.`);
      const paid = { ...session, payment_status: "paid" as const, payment_intent: session.payment_intent ?? `pi_${ulid()}` };
      sessions.set(session.id, paid);
      return paid;
    },
    /** Somebody gives money back in Stripe's dashboard. */
    refund(paymentIntent: string, amount: number, status = "succeeded"): StandInRefund {
      const refund = {
        id: `re_${ulid()}`,
        object: "refund" as const,
        amount,
        currency: "usd",
        payment_intent: paymentIntent,
        status,
      };
      refunds.push(refund);
      return refund;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        // Browsers keep connections open for a next request, which a test will never make.
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

export type StripeStandIn = Awaited<ReturnType<typeof startStripeStandIn>>;

function openSession(form: URLSearchParams, origin: string): Session {
  const id = `cs_${ulid()}`;
  const metadata = [...form].flatMap(([name, value]) => {
    const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
    return key === undefined ? [] : [[key, value] as const];
  });
  return {
    id,
    object: "checkout.session",
    url: `${origin}/pay/${id}`,
    mode: form.get("mode") ?? "",
    amount_total: Number(form.get("line_items[0][price_data][unit_amount]")),
    currency: form.get("line_items[0][price_data][currency]") ?? "",
    metadata: Object.fromEntries(metadata),
    payment_intent: null,
    payment_status: "unpaid",
    success_url: form.get("success_url") ?? "",
    cancel_url: form.get("cancel_url") ?? "",
  };
}

/** An event as Stripe writes it. */
export function stripeEvent(type: string, object: object) {
  return { id: `evt_${ulid()}`, object: "event", api_version: "2026-10-28.endive", type, data: { object } };
}

const signer = new Stripe(secretKey);

/** A message of Stripe's, signed by its own library: the body, and the header that goes with it. */
export function signedMessage(event: object, { secret = webhookSecret, atMs }: { secret?: string; atMs: number }) {
  const payload = JSON.stringify(event);
  const timestamp = Math.floor(atMs / 1000);
  return { body: payload, signature: signer.webhooks.generateTestHeaderString({ payload, secret, timestamp }) };
}
