import type { Micros } from "#shared/money.ts";
import { topUpAnswerSchema } from "#shared/api/wallet.ts";
import { Hono } from "hono";
import { ulid } from "ulid";
import type { AppEnv } from "../../http/context.ts";
import { onError } from "../../http/on-error.ts";
import { createLogger } from "../../logger.ts";
import { setUp, startMs, cents } from "../../store/contract/fixture.ts";
import { openDatabase } from "../../store/sqlite/database.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import { createPaymentWebhook } from "../payment-webhook.ts";
import { createStripeProvider } from "../stripe/stripe-provider.ts";
import { createTopUpRoutes } from "../top-up-routes.ts";
import { secretKey, signedMessage, stripeEvent, webhookSecret, type StripeStandIn } from "./stripe-stand-in.ts";

const clock = () => startMs;

/** The payment routes on an in-memory database with one empty wallet, and Stripe played by a stand-in. */
export async function startPaymentServer(stripe: StripeStandIn, { isDemo = false } = {}) {
  const wallet = await setUp(async ({ clock }) => openSqliteStore(openDatabase(":memory:"), { clock }), { balance: cents(0) });
  const { store, accountId } = wallet;
  const lines: string[] = [];
  const logger = createLogger("info", { write: (line) => void lines.push(line) });
  const signedIn = { userId: "u", accountId, email: "ada@ringback.example", name: "Ada", role: "owner" as const, isDemo };
  const paymentProvider = createStripeProvider({ secretKey, webhookSecret, apiBaseUrl: stripe.url, clock });
  const deps = {
    store,
    clock,
    logger,
    paymentProvider,
    publicUrl: "https://ringback.example",
    readSession: async () => signedIn,
  };
  const app = new Hono<AppEnv>().route("/api", createTopUpRoutes(deps)).route("/api", createPaymentWebhook(deps));
  app.onError(onError(logger));

  const askToPay = async (amountMicros: Micros, key: string = crypto.randomUUID()) =>
    app.request("/api/user/top-ups", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key, amountMicros }),
    });
  const deliver = async ({ body, signature }: { body: string; signature: string }) =>
    (await app.request("/api/stripe/webhook", { method: "POST", headers: { "stripe-signature": signature }, body })).status;
  /** Sends an event as Stripe would, and gives the status of the answer. */
  const tell = (type: string, object: object) => deliver(signedMessage(stripeEvent(type, object), { atMs: startMs }));

  /** Pays by card, without telling the server of it. */
  async function pay(amountMicros: Micros) {
    const answer = await askToPay(amountMicros);
    return stripe.pay(topUpAnswerSchema.parse(await answer.json()).checkoutUrl);
  }

  return {
    ...wallet,
    lines,
    askToPay,
    deliver,
    tell,
    pay,
    /** Pays by card and tells the server. */
    async paid(amountMicros: Micros) {
      const session = await pay(amountMicros);
      await tell("checkout.session.completed", session);
      return session;
    },
    dispute: (paymentIntent: string, amount: number, status = "needs_response") => ({
      id: `dp_${ulid()}`,
      object: "dispute",
      amount,
      currency: "usd",
      payment_intent: paymentIntent,
      status,
    }),
    /** What is posted, owed, and how many transfers there are. */
    async books() {
      const { postedMicros, owedMicros } = await wallet.account();
      const { items } = await store.listTransfers(accountId, { limit: 1_000 });
      return { postedMicros, owedMicros, transfers: items.length };
    },
  };
}
