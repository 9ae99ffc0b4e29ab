import { extensionUrl } from "./harness/extension-url.ts";
import { expect, test } from "./harness/ringback-test.ts";

interface Painted {
  balance: string;
  isProgramRead: boolean;
}

test("the popup is painted from what it was last, before its program is read, and takes what is typed until then", async ({
  browserContext,
  dialer,
}) => {
  await expect(dialer.page.locator(".balance")).toContainText("$10.00");
  await expect
    .poll(() => dialer.page.evaluate(async () => JSON.stringify(await chrome.storage.session.get("firstPaint"))))
    .toContain("$10.00");

  const page = await browserContext.newPage();
  await page.addInitScript(watchFirstPaint);
  await page.goto(extensionUrl("popup.html"));
  await expect(page.getByLabel("Number or name")).toHaveValue("(415) 5");
  const painted = await page.evaluate(() => (window as unknown as { painted: Painted }).painted);
  expect(painted.balance).toContain("$10.00");
  expect(painted.isProgramRead).toBe(false);
});

/** Runs in the page: looks at the first paint, and types into it. */
function watchFirstPaint(): void {
  const observer = new MutationObserver(() => {
    const field = document.querySelector<HTMLInputElement>("#root .number-input");
    if (!field) return;
    observer.disconnect();
    const balance = document.querySelector(".balance")?.textContent ?? "";
    const isProgramRead = performance.getEntriesByType("resource").some(({ name }) => name.includes("mount-dialer"));
    Object.assign(window, { painted: { balance, isProgramRead } });
    field.value = "4155";
  });
  observer.observe(document, { subtree: true, childList: true });
}

test("a call that began since is not hidden by a picture of the idle dialer", async ({ browserContext, dialer }) => {
  await expect
    .poll(() => dialer.page.evaluate(async () => JSON.stringify(await chrome.storage.session.get("firstPaint"))))
    .toContain("number-input");
  await dialer.call("+14155550100");
  await dialer.shows("Answered");
  const page = await browserContext.newPage();
  await page.addInitScript(watchFirstPaint);
  await page.goto(extensionUrl("popup.html"));
  await expect(page.getByRole("button", { name: "Hang up" })).toBeVisible();
  expect(await page.evaluate(() => "painted" in window)).toBe(false);
  await page.getByRole("button", { name: "Hang up" }).click();
});
