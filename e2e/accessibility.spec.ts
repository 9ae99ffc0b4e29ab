import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("the dialer before, during and after a call has no accessibility fault", async ({ dialer }) => {
  await expectAccessible(dialer.page);
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  await expectAccessible(dialer.page);
  await dialer.button("Mute").click();
  await dialer.button("Keypad").click();
  await expectAccessible(dialer.page);
  await dialer.hangUp();
  await dialer.shows("Ended");
  await expectAccessible(dialer.page);
});

test("a failed call has no accessibility fault", async ({ dialer }) => {
  await dialer.call("+14155550103");
  await dialer.shows("Failed");
  await expectAccessible(dialer.page);
});

test("no page of the dashboard and no step of the welcome page has an accessibility fault", async ({
  browserContext,
  dialer,
}) => {
  await dialer.call("+12125550101");
  await dialer.shows("Ended");
  const page = await browserContext.newPage();
  for (const path of ["options.html#/history", "options.html#/contacts", "options.html#/wallet", "options.html#/settings"]) {
    await page.goto(extensionUrl(path));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  for (const step of ["connect", "microphone", "sites", "try"]) {
    await page.goto(extensionUrl(`welcome.html#${step}`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
