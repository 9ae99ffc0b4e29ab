import { z } from "zod";
import { MarkedPage } from "./harness/marked-page.ts";
import { credit, operate, ownerEmail, setLimits } from "./harness/operator.ts";
import { PageCard } from "./harness/page-card.ts";
import { readHistory, readProfile } from "./harness/records.ts";
import { expect, test as base } from "./harness/ringback-test.ts";
import type { Stack } from "./harness/stack.ts";
import { startWebhookGate, type WebhookGate } from "./harness/webhook-gate.ts";

const test = base.extend<{ heldWebhooks: WebhookGate }>({
  account: "owner",
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs off this pattern
  heldWebhooks: async ({}, use) => {
    const gate = await startWebhookGate();
    await use(gate);
    await gate.close();
  },
  gate: ({ heldWebhooks }, use) => use(heldWebhooks),
});

const echo = "+14155550100";

/** Each reason for which an account's call is refused: how it comes about, what is shown and said, and the way out. */
const refusals = [
  {
    reason: "insufficient_balance",
    bringAbout: (stack: Stack) => operate(stack, "take-back", ownerEmail, "9.99", "--reason", "test", "--reference", "once"),
    shows: /balance|needs \$0\.0\d{3}/i,
    says: /balance/i,
    wayOut: "Open the wallet",
  },
  {
    reason: "spending_limit",
    bringAbout: (stack: Stack) => setLimits(stack, "--per-call", "0.001"),
    shows: /spend|limit/i,
    says: /limit|spend/i,
    wayOut: "Open the wallet",
  },
  {
    reason: "too_many_calls",
    bringAbout: (stack: Stack) => setLimits(stack, "--calls-at-once", "0"),
    shows: /calls/i,
    says: /calls/i,
    wayOut: "Call again",
  },
  {
    reason: "rate_too_high",
    bringAbout: (stack: Stack) => setLimits(stack, "--per-minute", "0.001"),
    shows: /costs/i,
    says: /cost|rate|price/i,
    wayOut: "Change the number",
  },
  {
    reason: "destination_blocked",
    bringAbout: (stack: Stack) => setLimits(stack, "--countries", "DE"),
    shows: /may not call|only|countr/i,
    says: /call|destination|countr/i,
    wayOut: "Change the number",
  },
] as const;

const legsSchema = z.array(z.object({ duration: z.string().nullable() }));

/** How many seconds the carrier has on record for the only leg there is; undefined while it is up. */
async function lengthOfLeg(stack: Stack): Promise<number | undefined> {
  const [leg] = legsSchema.parse(await stack.listCarrierCalls());
  return leg?.duration ? Number(leg.duration) : undefined;
}

for (const { reason, bringAbout, shows, says, wayOut } of refusals) {
  test(`${reason}, found when the carrier asks to connect: said on the line, and shown meanwhile`, async ({
    dialer,
    heldWebhooks,
    signedIn,
    stack,
  }) => {
    await credit(stack, "10.00");
    const asked = heldWebhooks.holdNextCall();
    await dialer.call(echo);
    await asked;
    await bringAbout(stack);
    const { twiml } = await heldWebhooks.letThrough();
    expect(twiml).toMatch(/<Say>[^<]+<\/Say>/);
    expect(twiml).toMatch(says);

    await dialer.shows("Failed");
    await expect(dialer.reason()).toHaveText(shows);
    await expect(dialer.button(wayOut)).toBeVisible();
    await expect(dialer.timer()).toHaveCount(0);
    // Its sentence takes three seconds or more, and is heard to the end although the screen has the reason already.
    await expect.poll(() => lengthOfLeg(stack)).toBeGreaterThanOrEqual(2);

    const [call] = await readHistory(signedIn);
    expect(call).toMatchObject({ status: "failed", reason, chargedMicros: 0 });
    expect((await readProfile(signedIn)).balance.heldMicros).toBe(0);
  });
}

test("each reason is shown before dialling, with a way out that leads somewhere", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  await credit(stack, "10.00");
  for (const { bringAbout, shows, wayOut } of refusals.toReversed()) {
    await setLimits(stack, "--per-call", "none", "--calls-at-once", "3", "--per-minute", "1", "--countries", "all");
    await bringAbout(stack);
    await dialer.call(echo);
    await dialer.shows("Failed");
    await expect(dialer.reason()).toHaveText(shows);
    await expect(dialer.button(wayOut)).toBeVisible();
    if (wayOut !== "Change the number") {
      await dialer.button("Close").click();
      continue;
    }
    await dialer.button(wayOut).click();
    await expect(dialer.page.getByLabel("Number or name")).toHaveValue("+1 415 555 0100");
  }
  expect(await readHistory(signedIn)).toEqual([]);
  expect(await stack.listCarrierCalls()).toEqual([]);

  await dialer.call(echo);
  await dialer.button("Open the wallet").click();
  await expect.poll(() => browserContext.pages().some((page) => page.url().endsWith("#/wallet"))).toBe(true);
});

test("a card on a page says why its call was refused, and opens the wallet", async ({ browserContext, pages, signedIn }) => {
  void signedIn;
  const marked = await MarkedPage.open(browserContext, `${pages.url}/numbers.html`);
  const card = await PageCard.on(marked.page);
  await marked.clickNumber("555-0100");
  await card.shows(/needs \$0\.0\d{3}/, "Open the wallet");
  await card.press("Open the wallet");
  await expect.poll(() => browserContext.pages().some((page) => page.url().endsWith("#/wallet"))).toBe(true);
});

test("a card whose caller ID may not be shown any more leads to the choice of another", async ({
  browserContext,
  dialer,
  pages,
  stack,
}) => {
  await credit(stack, "10.00");
  await dialer.page.evaluate(async () => {
    const { settings } = await chrome.storage.local.get("settings");
    await chrome.storage.local.set({ settings: { ...(settings as object), fromNumber: "+14155550155" } });
  });
  const marked = await MarkedPage.open(browserContext, `${pages.url}/numbers.html`);
  const card = await PageCard.on(marked.page);
  await marked.clickNumber("555-0100");
  await card.shows(/may not be shown as caller ID\. Choose another one/, "Choose a caller ID");
  const opened = browserContext.waitForEvent("page");
  await card.press("Choose a caller ID");
  await expect((await opened).getByLabel("Caller ID")).toBeVisible();
});
