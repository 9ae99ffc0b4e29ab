import { rm } from "node:fs/promises";
import { addMicros, type Micros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import { copyProfile, launchChromium } from "./harness/chromium-profile.ts";
import { Dialer } from "./harness/dialer.ts";
import { closeOffscreenDocument, killBrowser } from "./harness/end-by-force.ts";
import { readHistory, readProfile, readTransfers } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { signIn, type SignIn } from "./harness/sign-in.ts";
import type { Stack } from "./harness/stack.ts";

const echo = "+14155550100";

/** The carrier keeps a call for half a minute in case a browser comes back to it. */
const longerThanReconnecting = { timeout: 60_000 };

test("an offscreen document that dies is told as a lost connection, and the record comes right", async ({
  dialer,
  browserContext,
  signedIn,
  stack,
}) => {
  const before = await readProfile(signedIn);
  await dialer.call(echo);
  await dialer.shows("Answered");
  // The carrier counts whole seconds from a moment of its own: what the timer says may be one more.
  await dialer.hasTalkedFor(3);
  await closeOffscreenDocument(browserContext);

  await dialer.shows("Failed");
  await expect(dialer.reason()).toHaveText("The browser ended the call.");
  await expectOneCharge({ signedIn, stack, postedBeforeMicros: before.balance.postedMicros });

  await dialer.page.close();
  const again = await Dialer.open(browserContext);
  await again.shows("Failed");
  await again.button("Close").click();
  await again.call("+12125550199");
  await again.shows("Answered");
  await again.hangUp();
  await again.shows("Ended");
});

test("a browser that is killed leaves a call that the server ends and charges, and at the next start the person is told", async ({
  profileTemplate,
  stack,
}) => {
  const profileFolder = await copyProfile(profileTemplate);
  const doomed = await launchChromium(profileFolder, { headless: true });
  await doomed.grantPermissions(["microphone"]);
  const signedIn = await signIn({ context: doomed, serverUrl: stack.serverUrl, account: "demo" });
  const before = await readProfile(signedIn);
  const dialer = await Dialer.open(doomed);
  await dialer.call(echo);
  await dialer.shows("Answered");
  await dialer.hasTalkedFor(3);
  await killBrowser(doomed);
  expect((await readHistory(signedIn))[0]?.status).toBe("in-progress");

  const restarted = await launchChromium(profileFolder, { headless: true });
  try {
    const next = await Dialer.open(restarted);
    await expect(next.page.getByLabel("Number or name")).toBeEditable();
    await expect(next.status()).toBeHidden();
    expect(await next.page.evaluate(() => chrome.action.getBadgeText({}))).toBe("");
    await expectOneCharge({ signedIn, stack, postedBeforeMicros: before.balance.postedMicros });
    // Whoever starts the browser again is told which call it was, how long it went on without them, and what it cost.
    const [call] = await readHistory(signedIn);
    if (!call) throw new Error("No call in the history.");
    const told = next.page.locator(".notice", { hasText: "The browser closed during your call to Echo." });
    await expect(told).toContainText(`It ended after ${formatDuration(call.durationSeconds)} and cost $0.0`);
    await next.button("Understood").click();
    await expect(told).toBeHidden();
    await next.page.reload();
    await expect(next.page.getByLabel("Number or name")).toBeEditable();
    await expect(told).toBeHidden();
  } finally {
    await restarted.close();
    await rm(profileFolder, { recursive: true, force: true });
  }
});

/** Waits until the one call of the account is over, then checks that it was paid for once, and that nothing more is held. */
async function expectOneCharge(options: { signedIn: SignIn; stack: Stack; postedBeforeMicros: Micros }): Promise<void> {
  const { signedIn, stack, postedBeforeMicros } = options;
  await expect.poll(async () => (await readHistory(signedIn))[0]?.status, longerThanReconnecting).toBe("completed");
  await expect.poll(async () => (await readProfile(signedIn)).balance.heldMicros).toBe(0);
  const [call, ...others] = await readHistory(signedIn);
  if (!call) throw new Error("No call in the history.");
  expect(others).toEqual([]);
  expect(call.durationSeconds).toBeGreaterThanOrEqual(2);
  expect(call.chargedMicros).toBe(priceCall(call.rate, call.durationSeconds));
  const charges = readTransfers(stack.databasePath).filter((transfer) => transfer.call_id === call.id);
  expect(charges.map(({ kind, amount_micros }) => ({ kind, amount_micros }))).toEqual([
    { kind: "settle", amount_micros: call.chargedMicros },
  ]);
  const { balance } = await readProfile(signedIn);
  expect(addMicros(balance.postedMicros, call.chargedMicros)).toBe(postedBeforeMicros);
}

/** "01:05", as screens write a length that is shorter than an hour. */
function formatDuration(seconds: number): string {
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
