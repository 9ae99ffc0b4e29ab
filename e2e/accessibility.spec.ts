import { expectAccessible } from "./harness/accessible.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("no screen and no state of the idle dialer has an accessibility fault", async ({ dialer }) => {
  const { page } = dialer;
  const field = page.getByLabel("Number or name");
  await expect(page.locator(".caller-id")).toBeVisible();
  await expectAccessible(page);
  await field.press("Enter");
  await expectAccessible(page);
  await dialer.type("+14155550100");
  await expect(page.locator(".destination-rate")).toBeVisible();
  await expectAccessible(page);
  await dialer.type("415555");
  await expect(page.locator(".suggested-person")).toBeVisible();
  await expectAccessible(page);
  await dialer.type("+49 1");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await dialer.type("dm");
  await expect(page.getByRole("button", { name: /^Digits menu/ })).toBeVisible();
  await expectAccessible(page);
  await dialer.type("nobody at all");
  await expect(page.getByRole("heading", { name: /Nobody called/ })).toBeVisible();
  await expectAccessible(page);
  await dialer.type("");
  for (const tab of ["Recents", "Contacts", "On this page"]) {
    await dialer.button(tab).click();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    await expectAccessible(page);
  }
  await dialer.button("Keypad").click();
  await page.locator(".country-button").click();
  await expect(page.getByRole("combobox", { name: "Search countries" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await dialer.button("Sites where numbers are marked").click();
  await expectAccessible(page);
});

test("no state of a call, and nothing after it, has an accessibility fault", async ({ dialer }) => {
  const { page } = dialer;
  await dialer.call("+14155550102");
  await dialer.shows("Calling");
  await expectAccessible(page);
  await dialer.shows("Answered");
  await expectAccessible(page);
  await dialer.button("Mute").click();
  await dialer.button("Keypad").click();
  await expectAccessible(page);
  await dialer.button("Note").click();
  await page.keyboard.type("Nobody is at home before nine");
  await expectAccessible(page);
  await dialer.hangUp();
  await dialer.shows("Ended");
  await expectAccessible(page);
  await dialer.button("Done").click();
  await expect(page.getByRole("button", { name: /^Redial/ })).toBeVisible();
  await expectAccessible(page);

  await dialer.call("+14155550150");
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.button("Add to contacts").click();
  await expectAccessible(page);
});

test("the dialer of a stranger, and the side panel, have no accessibility fault", async ({ browserContext, dialer }) => {
  const page = await browserContext.newPage();
  await page.goto(extensionUrl("sidepanel.html"));
  await expect(page.locator(".caller-id")).toBeVisible();
  await expectAccessible(page);
  await page.evaluate(() => chrome.storage.local.remove("session"));
  await expect(dialer.button("Get started")).toBeVisible();
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
