import {
  secretKey,
  signedMessage,
  startStripeStandIn,
  stripeEvent,
  webhookSecret,
  type StripeStandIn,
} from "#server/payments/testing/stripe-stand-in.ts";
import { expectAccessible } from "./harness/accessible.ts";
import { readProfile } from "./harness/records.ts";
import { expect, test as base } from "./harness/ringback-test.ts";
import { Wallet } from "./harness/wallet.ts";

const test = base.extend<{ stripe: StripeStandIn }>({
  account: "owner",
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs off this pattern
  stripe: async ({}, use) => {
    const stripe = await startStripeStandIn();
    await use(stripe);
    await stripe.close();
  },
  serverEnv: ({ stripe }, use) =>
    use({ STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: stripe.url }),
});

/** What the payment provider does once a card was taken. */
async function confirm(stripe: StripeStandIn, { payUrl, serverUrl }: { payUrl: string; serverUrl: string }): Promise<void> {
  const event = stripeEvent("checkout.session.completed", stripe.pay(payUrl));
  const { body, signature } = signedMessage(event, { atMs: Date.now() });
  const headers = { "content-type": "application/json", "stripe-signature": signature };
  const answer = await fetch(`${serverUrl}/api/stripe/webhook`, { method: "POST", headers, body });
  expect(answer.status).toBeLessThan(300);
}

test("a top-up by card opens the page to pay on, waits for the provider's word, and shows the money", async ({
  browserContext,
  signedIn,
  stripe,
}) => {
  const wallet = await Wallet.open(browserContext);
  await expect(wallet.figure("Balance")).toHaveText("$0.00");
  const opened = browserContext.waitForEvent("page");
  await wallet.page.getByText("$50", { exact: true }).click();
  await wallet.page.getByRole("button", { name: "Pay $50.00 by card" }).click();
  const payPage = await opened;
  await expect.poll(() => payPage.url()).toMatch(new RegExp(`^${stripe.url}/pay/`));
  await payPage.close();

  // Coming back is no payment.
  await wallet.page.bringToFront();
  await expect(wallet.page.getByText("Pay on the page that opened")).toBeVisible();
  await expectAccessible(wallet.page);
  expect((await readProfile(signedIn)).balance.postedMicros).toBe(0);

  const [session] = stripe.sessions.values();
  await confirm(stripe, { payUrl: session?.url ?? "", serverUrl: signedIn.serverUrl });
  await expect(wallet.figure("Balance")).toHaveText("$50.00");
  await expect(wallet.page.getByText("$50.00 arrived.")).toBeVisible();
  await expect(wallet.lines()).toHaveCount(1);
});

test("an amount that cannot be paid in is told before anybody is asked", async ({ browserContext, signedIn, stripe }) => {
  void signedIn;
  const wallet = await Wallet.open(browserContext);
  await wallet.page.getByText("Other", { exact: true }).click();
  const amount = wallet.page.getByLabel("Another amount in dollars");
  for (const [typed, says] of [
    ["", "Type dollars and cents"],
    ["4.99", "The least one can pay in is $5.00."],
    ["501", "The most one can pay in at once is $500.00."],
  ] as const) {
    await amount.fill(typed);
    await wallet.page.getByRole("button", { name: /^Pay/ }).click();
    await expect(wallet.page.getByRole("alert")).toContainText(says);
  }
  expect(stripe.sessions.size).toBe(0);
});

test("a provider that is down is told in a sentence, and paying again after it is one payment", async ({
  browserContext,
  signedIn,
  stripe,
}) => {
  void signedIn;
  const wallet = await Wallet.open(browserContext);
  const pay = wallet.page.getByRole("button", { name: "Pay $25.00 by card" });
  await expect(pay).toBeVisible();
  stripe.setOutage(503);
  await pay.click();
  await expect(wallet.page.getByRole("alert")).toContainText("No page to pay on can be had right now.");
  stripe.setOutage(undefined);
  const opened = browserContext.waitForEvent("page");
  await pay.click();
  await (await opened).close();
  expect(stripe.sessions.size).toBe(1);
});
