import { micros } from "#shared/money.ts";
import { problemSchema } from "#shared/api/problem.ts";
import { topUpAnswerSchema } from "#shared/api/wallet.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cents } from "../store/contract/fixture.ts";
import { startPaymentServer } from "./testing/payment-server.ts";
import { startStripeStandIn, type StripeStandIn } from "./testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
beforeAll(async () => {
  stripe = await startStripeStandIn();
});
afterAll(() => stripe.close());
beforeEach(() => stripe.setOutage(undefined));

async function codeOf(answer: Response) {
  return problemSchema.parse(await answer.json()).code;
}

test("gives a page on which exactly that amount is paid into one's own wallet, in US dollars", async () => {
  const server = await startPaymentServer(stripe);
  const answer = await server.askToPay(cents(1_050));
  expect(answer.status).toBe(201);
  const { checkoutUrl } = topUpAnswerSchema.parse(await answer.json());
  expect([...stripe.sessions.values()].find(({ url }) => url === checkoutUrl)).toMatchObject({
    mode: "payment",
    amount_total: 1_050,
    currency: "usd",
    metadata: { accountId: server.accountId, amountCents: "1050" },
    success_url: "https://ringback.example/payments/paid",
    cancel_url: "https://ringback.example/payments/left",
  });
});

test("asked twice with one key opens one page, and refuses another amount under it", async () => {
  const server = await startPaymentServer(stripe);
  const key = crypto.randomUUID();
  const [first, again] = [await server.askToPay(cents(1_000), key), await server.askToPay(cents(1_000), key)];
  expect(await again.json()).toEqual(await first.json());
  const other = await server.askToPay(cents(2_000), key);
  expect(other.status).toBe(422);
  expect(await codeOf(other)).toBe("idempotency_mismatch");
});

test("one account's key says nothing about another's", async () => {
  const key = crypto.randomUUID();
  const [ada, bob] = [await startPaymentServer(stripe), await startPaymentServer(stripe)];
  const pages = [await (await ada.askToPay(cents(1_000), key)).json(), await (await bob.askToPay(cents(1_000), key)).json()];
  expect(pages[0]).not.toEqual(pages[1]);
});

test.each([
  ["less than the least", cents(499)],
  ["more than the most", cents(50_001)],
  ["a fraction of a cent", micros(5_000_001)],
  ["a negative amount", cents(-1_000)],
])("refuses %s", async (_what, amount) => {
  const server = await startPaymentServer(stripe);
  expect(await codeOf(await server.askToPay(amount))).toBe("bad_request");
});

test("says so when Stripe does not open a page, and tells the operator why", async () => {
  const server = await startPaymentServer(stripe);
  stripe.setOutage(400);
  const answer = await server.askToPay(cents(1_000));
  expect(answer.status).toBe(503);
  expect(await codeOf(answer)).toBe("payments_unavailable");
  expect(server.lines.join("")).toContain("Down.");
});

test("takes no money for a demo account", async () => {
  const server = await startPaymentServer(stripe, { isDemo: true });
  expect(await codeOf(await server.askToPay(cents(1_000)))).toBe("forbidden");
});
