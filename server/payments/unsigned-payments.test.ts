import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { cents, startMs } from "../store/contract/fixture.ts";
import { countStatements } from "../store/sqlite/testing/count-statements.ts";
import { startPaymentServer } from "./testing/payment-server.ts";
import { signedMessage, startStripeStandIn, stripeEvent, type StripeStandIn } from "./testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
beforeAll(async () => {
  stripe = await startStripeStandIn();
});
afterAll(() => stripe.close());
afterEach(() => void vi.restoreAllMocks());

type Message = ReturnType<typeof signedMessage>;

async function paidMessage() {
  const server = await startPaymentServer(stripe);
  const event = stripeEvent("checkout.session.completed", await server.pay(cents(1_000)));
  return { server, event, message: signedMessage(event, { atMs: startMs }) };
}

test("a message that Stripe signed makes the database work", async () => {
  const { server, message } = await paidMessage();
  const statements = countStatements();
  expect(await server.deliver(message)).toBe(204);
  expect(statements()).toBeGreaterThan(0);
});

test.each<[string, (message: Message, event: object) => Message, number]>([
  ["with another secret", (_message, event) => signedMessage(event, { secret: "whsec_another0000", atMs: startMs }), 403],
  ["too long ago", (_message, event) => signedMessage(event, { atMs: startMs - 301_000 }), 403],
  ["and dated anew by somebody", ({ body, signature }) => ({ body, signature: signature.replace(/t=\d+/, "t=1") }), 403],
  ["by the old scheme", ({ body, signature }) => ({ body, signature: signature.replace("v1=", "v0=") }), 403],
  ["not at all", ({ body }) => ({ body, signature: "" }), 403],
  ["with nonsense", ({ body }) => ({ body, signature: "t=,v1=,,=" }), 403],
  ["and made longer by a space", ({ body, signature }) => ({ body: `${body} `, signature }), 403],
  ["and cut short", ({ body, signature }) => ({ body: body.slice(0, -1), signature }), 403],
  ["and emptied", ({ signature }) => ({ body: "", signature }), 403],
  [
    "and written in other words for the same",
    ({ body, signature }) => ({ body: JSON.stringify(JSON.parse(body), null, 1), signature }),
    403,
  ],
  ["and filled up to a megabyte", ({ body, signature }) => ({ body: body + " ".repeat(1024 * 1024), signature }), 413],
])("a message signed %s costs the database nothing and moves no money", async (_how, forge, status) => {
  const { server, event, message } = await paidMessage();
  const before = await server.books();
  const statements = countStatements();
  expect(await server.deliver(forge(message, event))).toBe(status);
  expect(statements()).toBe(0);
  expect(await server.books()).toEqual(before);
});
