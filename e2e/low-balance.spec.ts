import type { Page } from "playwright-core";
import { expectAccessible } from "./harness/accessible.ts";
import { credit, ownerEmail, operate, setLimits } from "./harness/operator.ts";
import type { Dialer } from "./harness/dialer.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { Wallet } from "./harness/wallet.ts";

test.use({ account: "owner" });

const echo = "+14155550100";

/** The desktop notifications of the extension that are on the screen. */
function notifications(page: Page): Promise<string[]> {
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
}

function clearNotifications(page: Page): Promise<unknown> {
  return page.evaluate(() => chrome.notifications.clear("low-balance"));
}

test("a call that takes the balance below the level is told of once, while it goes on", async ({
  browserContext,
  dialer,
  signedIn,
  stack,
}) => {
  void signedIn;
  await credit(stack, "10.00");
  // Some three seconds of talk.
  await setLimits(stack, "--low-balance", "9.9992");
  await dialer.call(echo);
  await dialer.shows("Answered");
  expect(await notifications(dialer.page)).toEqual([]);

  await expect(dialer.page.getByText("Your balance is below $9.9992.")).toBeVisible();
  await expect.poll(() => notifications(dialer.page)).toEqual(["low-balance"]);
  await dialer.shows("Answered");
  await expectAccessible(dialer.page);
  await clearNotifications(dialer.page);
  await dialer.hangUp();
  await dialer.shows("Ended");
  await dialer.button("Done").click();
  await expect(dialer.page.getByText("Your balance is below $9.9992.")).toBeVisible();

  // The charge that follows, a restart of the server, and another call make it no lower than it was told to be.
  await stack.restartServer();
  await dialer.call(echo);
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect(await notifications(dialer.page)).not.toContain("low-balance");

  await dialer.button("Done").click();
  await dialer.button("Open the wallet").click();
  await expect.poll(() => browserContext.pages().some((page) => page.url().endsWith("#/wallet"))).toBe(true);
});

test("it is told again once the balance was above the level", async ({ dialer, signedIn, stack }) => {
  void signedIn;
  await credit(stack, "10.00");
  await setLimits(stack, "--low-balance", "9.9995");
  await callUntilLow(dialer);
  await clearNotifications(dialer.page);
  await credit(stack, "5.00");
  await setLimits(stack, "--low-balance", "14.9985");
  await callUntilLow(dialer);
  expect(await notifications(dialer.page)).toContain("low-balance");
});

async function callUntilLow(dialer: Dialer): Promise<void> {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await expect.poll(() => notifications(dialer.page)).toEqual(["low-balance"]);
  await dialer.hangUp();
  await dialer.shows("Ended");
  await dialer.button("Done").click();
}

test("the level is set in the wallet, and an empty field tells never", async ({ browserContext, signedIn, stack }) => {
  void signedIn;
  await credit(stack, "10.00");
  const wallet = await Wallet.open(browserContext);
  const level = wallet.page.getByLabel("Tell me when the balance is below");
  await level.fill("twelve");
  await wallet.page.getByRole("button", { name: "Save" }).click();
  await expect(wallet.page.getByRole("alert")).toContainText("Type dollars");
  await level.fill("12,50");
  await wallet.page.getByRole("button", { name: "Save" }).click();
  await expect(wallet.page.getByText("Your balance is below $12.50.")).toBeVisible();
  expect(await operate(stack, "limits", ownerEmail)).toContain("told below $12.50");

  await level.fill("");
  await wallet.page.getByRole("button", { name: "Save" }).click();
  await expect(wallet.page.getByText("Your balance is below")).toHaveCount(0);
  expect(await operate(stack, "limits", ownerEmail)).toContain("never told");
});
