import { micros } from "#shared/money.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cents, completed, newAccountId, startMs } from "../store/contract/fixture.ts";
import { startPaymentServer } from "./testing/payment-server.ts";
import { signedMessage, startStripeStandIn, stripeEvent, type StripeStandIn } from "./testing/stripe-stand-in.ts";

let stripe: StripeStandIn;
beforeAll(async () => {
  stripe = await startStripeStandIn();
});
afterAll(() => stripe.close());
beforeEach(() => stripe.setOutage(undefined));

const tenDollars = cents(1_000);

describe("a payment", () => {
  test("is in the wallet when Stripe says that it was paid, and not before", async () => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    expect(await server.books()).toMatchObject({ postedMicros: 0 });
    expect(await server.tell("checkout.session.completed", session)).toBe(204);
    expect(await server.books()).toEqual({ postedMicros: tenDollars, owedMicros: 0, transfers: 1 });
  });

  test("told twice, and by both events that can tell it, is credited once", async () => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    const tellings = ["checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.completed"];
    await Promise.all(tellings.map((type) => server.tell(type, session)));
    expect(await server.books()).toEqual({ postedMicros: tenDollars, owedMicros: 0, transfers: 1 });
  });

  test.each([
    ["whose money is still on its way", "checkout.session.completed", { payment_status: "unpaid" }, false],
    ["that failed after days", "checkout.session.async_payment_failed", { payment_status: "unpaid" }, false],
    ["for something else that the Stripe account sells", "checkout.session.completed", { metadata: {} }, false],
    ["in another currency", "checkout.session.completed", { currency: "eur" }, true],
    ["of another amount than was asked for", "checkout.session.completed", { amount_total: 100_000 }, true],
    ["without an amount", "checkout.session.completed", { amount_total: null }, true],
    ["in a form we do not know", "checkout.session.completed", { amount_total: "1000" }, true],
  ])("%s is taken note of and credits nothing", async (_what, type, overrides, isOdd) => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    expect(await server.tell(type, { ...session, ...overrides })).toBe(204);
    expect(await server.books()).toEqual({ postedMicros: 0, owedMicros: 0, transfers: 0 });
    expect(server.lines.some((line) => line.includes("needs a person"))).toBe(isOdd);
  });

  test("for a wallet that is not here credits nobody, and the operator is told", async () => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    const metadata = { ...session.metadata, accountId: newAccountId() };
    expect(await server.tell("checkout.session.completed", { ...session, metadata })).toBe(204);
    expect(await server.books()).toMatchObject({ postedMicros: 0, transfers: 0 });
    expect(server.lines.join("")).toContain("a wallet that is not here");
  });
});

describe("a message", () => {
  test.each([
    ["signed with another secret", { secret: "whsec_another0000", atMs: startMs }],
    ["signed too long ago", { atMs: startMs - 301_000 }],
  ])("%s is refused and changes nothing", async (_what, signing) => {
    const server = await startPaymentServer(stripe);
    const event = stripeEvent("checkout.session.completed", await server.pay(tenDollars));
    expect(await server.deliver(signedMessage(event, signing))).toBe(403);
    expect(await server.books()).toMatchObject({ transfers: 0 });
  });

  test("is refused without a signature, with another's, and with a body that was changed", async () => {
    const server = await startPaymentServer(stripe);
    const { body, signature } = signedMessage(stripeEvent("checkout.session.completed", await server.pay(tenDollars)), {
      atMs: startMs,
    });
    const other = signedMessage(stripeEvent("checkout.session.completed", await server.pay(cents(500))), { atMs: startMs });
    expect(await server.deliver({ body, signature: "" })).toBe(403);
    expect(await server.deliver({ body, signature: other.signature })).toBe(403);
    expect(await server.deliver({ body: body.replace("1000", "9000"), signature })).toBe(403);
    expect(await server.books()).toMatchObject({ transfers: 0 });
  });

  test("of a kind that nothing follows from, and one that is no event, are answered all the same", async () => {
    const server = await startPaymentServer(stripe);
    expect(await server.tell("customer.created", { id: "cus_1" })).toBe(204);
    expect(await server.deliver(signedMessage({ hello: "there" }, { atMs: startMs }))).toBe(204);
  });

  test("larger than any event is not read", async () => {
    const server = await startPaymentServer(stripe);
    const signed = signedMessage(stripeEvent("customer.created", { note: "x".repeat(300 * 1024) }), { atMs: startMs });
    expect(await server.deliver(signed)).toBe(413);
  });
});

describe("a dispute", () => {
  test("takes the money back once, whichever of its events come, and gives it back when it is won", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const dispute = server.dispute(payment_intent, 1_000);
    for (const type of ["charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.created"]) {
      expect(await server.tell(type, dispute)).toBe(204);
    }
    expect(await server.books()).toEqual({ postedMicros: 0, owedMicros: 0, transfers: 2 });
    const won = { ...dispute, status: "won" };
    for (const type of ["charge.dispute.closed", "charge.dispute.funds_reinstated"]) await server.tell(type, won);
    expect(await server.books()).toEqual({ postedMicros: tenDollars, owedMicros: 0, transfers: 3 });
  });

  test("of money that was spent leaves the wallet at zero and the rest owed, and winning it pays that off first", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const call = await server.connectedCall();
    await server.store.recordFact({ callId: call.id }, completed(70, { isFinal: true }));
    const dispute = server.dispute(payment_intent, 1_000);
    await server.tell("charge.dispute.funds_withdrawn", dispute);
    expect(await server.books()).toMatchObject({ postedMicros: 0, owedMicros: cents(70) });
    await server.tell("charge.dispute.closed", { ...dispute, status: "won" });
    expect(await server.books()).toMatchObject({ postedMicros: cents(930), owedMicros: 0 });
  });

  test("never takes what a live call holds", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const call = await server.connectedCall();
    await server.tell("charge.dispute.funds_withdrawn", server.dispute(payment_intent, 1_000));
    expect(await server.account()).toMatchObject({ postedMicros: cents(100), heldMicros: cents(100), owedMicros: cents(100) });
    await server.store.recordFact({ callId: call.id }, completed(98, { isFinal: true }));
    expect(await server.store.findCall(call.id)).toMatchObject({ chargedMicros: cents(98), unrecoveredMicros: 0 });
  });

  test("about which the bank only asks takes nothing, until it takes the money", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const inquiry = server.dispute(payment_intent, 1_000, "warning_needs_response");
    await server.tell("charge.dispute.created", inquiry);
    await server.tell("charge.dispute.closed", { ...inquiry, status: "warning_closed" });
    expect(await server.books()).toMatchObject({ postedMicros: tenDollars });
    await server.tell("charge.dispute.funds_withdrawn", { ...inquiry, status: "needs_response" });
    expect(await server.books()).toMatchObject({ postedMicros: 0 });
  });

  test("that is lost gives nothing back", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const dispute = server.dispute(payment_intent, 1_000);
    await server.tell("charge.dispute.created", dispute);
    await server.tell("charge.dispute.closed", { ...dispute, status: "lost" });
    expect(await server.books()).toMatchObject({ postedMicros: 0 });
  });

  test("told before its payment must be told again, and is recorded then", async () => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    const dispute = server.dispute(session.payment_intent, 1_000);
    expect(await server.tell("charge.dispute.created", dispute)).toBe(503);
    await server.tell("checkout.session.completed", session);
    expect(await server.tell("charge.dispute.created", dispute)).toBe(204);
    expect(await server.books()).toMatchObject({ postedMicros: 0, transfers: 2 });
  });

  test("won before it was taken must be told again, so that nothing is spent twice", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const dispute = server.dispute(payment_intent, 1_000, "won");
    expect(await server.tell("charge.dispute.closed", dispute)).toBe(503);
    expect(await server.books()).toMatchObject({ postedMicros: tenDollars, transfers: 1 });
  });

  test("of a payment that was never for a wallet is none of ours", async () => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    stripe.sessions.set(session.id, { ...session, metadata: {} });
    expect(await server.tell("charge.dispute.created", server.dispute(session.payment_intent, 1_000))).toBe(204);
    expect(await server.books()).toMatchObject({ transfers: 0 });
  });

  test("of an unknown payment waits while Stripe cannot be asked whose it is", async () => {
    const server = await startPaymentServer(stripe);
    const session = await server.pay(tenDollars);
    stripe.setOutage(400);
    expect(await server.tell("charge.dispute.created", server.dispute(session.payment_intent, 1_000))).toBe(503);
  });
});

function charge(payment_intent: string, amount_refunded: number) {
  return { id: "ch_1", object: "charge", payment_intent, amount_refunded };
}

describe("refunds", () => {
  test("are each taken back once, in parts, in any order, and however often they are told", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    stripe.refund(payment_intent, 300);
    stripe.refund(payment_intent, 200);
    for (const amount of [500, 300, 500]) expect(await server.tell("charge.refunded", charge(payment_intent, amount))).toBe(204);
    expect(await server.books()).toEqual({ postedMicros: cents(500), owedMicros: 0, transfers: 3 });
  });

  test("whose event was lost are made up for by the next", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    stripe.refund(payment_intent, 300);
    const second = stripe.refund(payment_intent, 100);
    await server.tell("refund.created", second);
    expect(await server.books()).toMatchObject({ postedMicros: cents(600) });
  });

  test("that come to nothing are given back, once", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    const refund = stripe.refund(payment_intent, 1_000, "pending");
    await server.tell("charge.refunded", charge(payment_intent, 1_000));
    expect(await server.books()).toMatchObject({ postedMicros: 0 });
    refund.status = "failed";
    for (let telling = 0; telling < 2; telling += 1) await server.tell("refund.failed", refund);
    expect(await server.books()).toEqual({ postedMicros: tenDollars, owedMicros: 0, transfers: 3 });
  });

  test("are told again while Stripe cannot be asked for them", async () => {
    const server = await startPaymentServer(stripe);
    const { payment_intent } = await server.paid(tenDollars);
    stripe.refund(payment_intent, 300);
    stripe.setOutage(400);
    expect(await server.tell("charge.refunded", charge(payment_intent, 300))).toBe(503);
    stripe.setOutage(undefined);
    expect(await server.tell("charge.refunded", charge(payment_intent, 300))).toBe(204);
    expect(await server.books()).toMatchObject({ postedMicros: cents(700) });
  });
});

test("what is owed is paid off by the next payment first", async () => {
  const server = await startPaymentServer(stripe);
  const first = await server.paid(cents(500));
  const call = await server.connectedCall();
  await server.store.recordFact({ callId: call.id }, completed(90, { isFinal: true }));
  await server.tell("charge.dispute.funds_withdrawn", server.dispute(first.payment_intent, 500));
  expect(await server.books()).toMatchObject({ postedMicros: 0, owedMicros: cents(90) });
  await server.paid(cents(500));
  expect(await server.books()).toMatchObject({ postedMicros: cents(410), owedMicros: micros(0) });
});
