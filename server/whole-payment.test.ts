import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileSchema } from "#shared/api/profile.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { serverInfoSchema } from "#shared/api/server-info.ts";
import { statementAnswerSchema, topUpAnswerSchema } from "#shared/api/wallet.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Config } from "./config.ts";
import { startServer, type RunningServer } from "./main.ts";
import {
  secretKey,
  signedMessage,
  startStripeStandIn,
  stripeEvent,
  webhookSecret,
  type StripeStandIn,
} from "./payments/testing/stripe-stand-in.ts";

const json = { "content-type": "application/json" };
const ada = { email: "ada@example.com", password: "correct horse battery", name: "Ada" };

let folder: string;
let stripe: StripeStandIn;
let server: RunningServer | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ringback-"));
  stripe = await startStripeStandIn();
});
afterEach(async () => {
  await server?.close();
  await stripe.close();
  rmSync(folder, { recursive: true });
});

/** The whole server, with somebody signed in who asks it as the extension does. */
async function start(overrides: Partial<Config>) {
  server = await startServer({ port: 0, logLevel: "silent", databasePath: join(folder, "ringback.sqlite"), ...overrides });
  const { url } = server;
  const signedUp = await fetch(`${url}/api/auth/sign-up/email`, { method: "POST", headers: json, body: JSON.stringify(ada) });
  const authorization = `Bearer ${signedUp.headers.get("set-auth-token")}`;
  const ask = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, { ...init, headers: { ...json, authorization } });
  return {
    url,
    ask,
    askToPay: (amountMicros: number) =>
      ask("/api/user/top-ups", { method: "POST", body: JSON.stringify({ key: crypto.randomUUID(), amountMicros }) }),
    cardPayments: async () => serverInfoSchema.parse(await (await fetch(`${url}/healthz`)).json()).cardPayments,
    posted: async () => profileSchema.parse(await (await ask("/api/user/profile")).json()).balance.postedMicros,
  };
}

test("a payment by card is in the wallet, and on the statement, once Stripe says so", async () => {
  const { url, ask, askToPay, cardPayments, posted } = await start({
    payments: { secretKey, webhookSecret, apiBaseUrl: stripe.url },
  });
  expect(await cardPayments()).toBe(true);
  const { checkoutUrl } = topUpAnswerSchema.parse(await (await askToPay(25_000_000)).json());
  const session = stripe.pay(checkoutUrl);
  // Coming back from the page is no payment.
  expect((await fetch(session.success_url)).status).toBe(200);
  expect(await posted()).toBe(0);

  const event = stripeEvent("checkout.session.completed", session);
  const { body, signature } = signedMessage(event, { atMs: Date.now() });
  const tell = (headers: Record<string, string>) => fetch(`${url}/api/stripe/webhook`, { method: "POST", headers, body });
  expect((await tell({})).status).toBe(403);
  expect(await posted()).toBe(0);
  expect((await tell({ "stripe-signature": signature })).status).toBe(204);
  expect(await posted()).toBe(25_000_000);
  const { lines } = statementAnswerSchema.parse(await (await ask("/api/user/statement")).json());
  expect(lines).toMatchObject([
    { kind: "topup", changeMicros: 25_000_000, balanceAfterMicros: 25_000_000, reason: "paid by card" },
  ]);
});

test("a server without a Stripe account says that it takes no cards, and takes none", async () => {
  const { url, askToPay, cardPayments } = await start({});
  expect(await cardPayments()).toBe(false);
  expect(problemSchema.parse(await (await askToPay(25_000_000)).json()).code).toBe("payments_unavailable");
  expect((await fetch(`${url}/api/stripe/webhook`, { method: "POST", body: "{}" })).status).toBe(404);
});
