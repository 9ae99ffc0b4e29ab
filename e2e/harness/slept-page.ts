import type { BrowserContext, Page } from "playwright-core";

/** What there is in a page that came out of the browser's memory. */
interface WokenPage {
  /** Whether it is the page that was left, and not a new one of the same address. */
  isSame: boolean;
  isRead: boolean;
  markCount: number;
  hasCard: boolean;
}

/** Marks a page, so that it is known again. */
export async function noteOn(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { wasHere: true }));
}

/** Goes back to the page before. Playwright would wait for a page that is loaded, and one out of memory is not. */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => setTimeout(() => history.back()));
}

/** Looks into the page of 127.0.0.1 by way of the extension: Playwright loses sight of a page that slept. */
export async function lookAt(context: BrowserContext): Promise<WokenPage | undefined> {
  const [worker] = context.serviceWorkers();
  return worker?.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    if (tab?.id === undefined) return undefined;
    const [looked] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      world: "MAIN",
      func: () => ({
        isSame: "wasHere" in window,
        isRead: CSS.highlights.size > 0,
        markCount: CSS.highlights.get("phone-number")?.size ?? 0,
        hasCard: document.querySelector(":popover-open") !== null,
      }),
    });
    return looked?.result ?? undefined;
  });
}
