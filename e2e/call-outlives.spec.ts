import { priceCall } from "#shared/price-call.ts";
import type { BrowserContext } from "playwright-core";
import { Dialer } from "./harness/dialer.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { readHistory, readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";
import type { SignIn } from "./harness/sign-in.ts";

const echo = "+14155550100";

test("the popup closed and opened again shows the same call", async ({ browserContext, dialer, signedIn }) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await dialer.hasTalkedFor(2);
  await dialer.page.close();

  const again = await Dialer.open(browserContext);
  await again.shows("Answered");
  await again.hasTalkedFor(3);
  await endAndCheck(again, signedIn);
});

test("the page that was clicked may close", async ({ browserContext, dialer, pages, signedIn }) => {
  const page = await MarkedPage.open(browserContext, `${pages.url}/numbers.html`);
  await page.clickNumber("555-0100");
  await dialer.shows("Answered");
  await page.page.close();
  await dialer.hasTalkedFor(4);
  await endAndCheck(dialer, signedIn);
});

test("the service worker may stop", async ({ browserContext, dialer, signedIn }) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await stopServiceWorker(browserContext);
  await dialer.hasTalkedFor(5);
  await endAndCheck(dialer, signedIn);
});

test("the server may crash and start again", async ({ dialer, signedIn, stack }) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await stack.restartServer();
  await dialer.hasTalkedFor(5);
  await endAndCheck(dialer, signedIn);
});

async function endAndCheck(dialer: Dialer, signedIn: SignIn): Promise<void> {
  await dialer.hangUp();
  await dialer.shows("Ended");
  await expect.poll(async () => (await readHistory(signedIn))[0]?.status).toBe("completed");
  const history = await readHistory(signedIn);
  expect(history).toHaveLength(1);
  const [call] = history;
  if (!call) throw new Error("No call in the history.");
  expect(call.chargedMicros).toBe(priceCall(call.rate, call.durationSeconds));
  expect((await readProfile(signedIn)).balance.heldMicros).toBe(0);
}

/** As Chrome does after 30 s without an event, only sooner. */
async function stopServiceWorker(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("ServiceWorker.enable");
  await devTools.send("ServiceWorker.stopAllWorkers");
  await page.close();
}
