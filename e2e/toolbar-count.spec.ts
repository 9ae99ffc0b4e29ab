import type { Page } from "playwright-core";
import { extensionUrl } from "./harness/extension-url.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("the toolbar button counts a page's numbers once that was asked for, and gives way to a call", async ({
  browserContext,
  dialer,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await new MarkedPage(page).isMarked("415-555-0163");
  const button = () => badgeOn(dialer.page, "http://127.0.0.1/*");
  expect(await button(), "nobody asked for it").toBe("");

  const settings = await browserContext.newPage();
  await settings.goto(extensionUrl("options.html#/settings"));
  await settings.getByLabel("Show on the toolbar button how many numbers a page has").click();
  await expect.poll(button, { message: "the pages that are open are counted" }).toBe("3");

  await page.evaluate(() => document.body.append("415-555-0164, and again 415-555-0161"));
  await expect.poll(button, { message: "each number counts once" }).toBe("4");
  await page.evaluate(() => document.querySelector("#list")?.remove());
  await expect.poll(button).toBe("2");
  const other = await MarkedPage.open(browserContext, `${pages.url.replace("127.0.0.1", "localhost")}/changing.html`);
  await expect.poll(() => badgeOn(dialer.page, "http://localhost/*"), { message: "each tab has its own" }).toBe("3");
  await other.page.goto("about:blank");

  await dialer.page.bringToFront();
  await dialer.call("+1 415 555 0100");
  await dialer.shows("Answered");
  await expect.poll(button, { message: "the call has the button" }).toBe("●");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>415-555-0166</p>"));
  await new MarkedPage(page).isMarked("415-555-0166");
  await dialer.page.bringToFront();
  expect(await button()).toBe("●");
  await dialer.hangUp();
  await expect.poll(button, { message: "and gives it back" }).toBe("3");

  await settings.getByLabel("Show on the toolbar button how many numbers a page has").click();
  await expect.poll(button).toBe("");
});

/** The badge over a tab, as the browser would paint it. */
function badgeOn(extensionPage: Page, url: string): Promise<string> {
  return extensionPage.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    return chrome.action.getBadgeText({ tabId: tab?.id });
  }, url);
}
