import type { BrowserContext, Page } from "playwright-core";
import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { readHistory, readProfile } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

// The test itself takes fifteen seconds.
const tested = { timeout: 60_000 };

async function openSettings(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(extensionUrl("options.html#/settings"));
  return page;
}

test("a network is tested by a call to nobody, which costs nothing and leaves no call behind", async ({
  browserContext,
  signedIn,
}) => {
  const before = await readProfile(signedIn);
  const page = await openSettings(browserContext);
  await page.getByRole("button", { name: "Test the network" }).click();
  await expect(page.getByText("Testing.")).toBeVisible();
  await expect(page.getByText("Your network is ready for calls.")).toBeVisible(tested);
  await expect(page.locator("dt", { hasText: "Signalling" }).locator("+ dd")).toHaveText(/^reached after \d+ ms$/);
  await expect(page.locator("dt", { hasText: "Round trip" }).locator("+ dd")).toHaveText(/^\d+ ms$/);
  await expectAccessible(page);
  expect(await readHistory(signedIn)).toEqual([]);
  expect((await readProfile(signedIn)).balance).toEqual(before.balance);
});

test("a carrier that cannot be reached is told of, with what may be in the way", async ({ browserContext, signedIn, stack }) => {
  void signedIn;
  const page = await openSettings(browserContext);
  await stack.stopSandbox();
  await page.getByRole("button", { name: "Test the network" }).click();
  await expect(page.getByText("The carrier cannot be reached.")).toBeVisible(tested);
  await expect(page.getByText("secure WebSockets on port 443")).toBeVisible();
  await expect(page.getByRole("button", { name: "Test again" })).toBeEnabled();
});

test("a test can be stopped, and not begun while a call is under way", async ({ browserContext, dialer, signedIn }) => {
  void signedIn;
  const page = await openSettings(browserContext);
  await page.getByRole("button", { name: "Test the network" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("The test was stopped.")).toBeVisible();
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  // Beside the test of the network and that of the microphone.
  await expect(page.getByText("A call is under way. Test after it.")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Test again" })).toBeDisabled();
  await dialer.hangUp();
});
