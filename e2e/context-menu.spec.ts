import type { BrowserContext } from "playwright-core";
import { MarkedPage } from "./harness/marked-page.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a number selected in international form is called from the context menu", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
}) => {
  await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  await choose(browserContext, { menuItemId: "call-selection", selectionText: "Berlin +49 30 23125 104." });
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  expect((await readHistory(signedIn)).map(({ toNumber }) => toNumber)).toEqual(["+493023125104"]);
});

test("a number selected in national form is laid into the dialer, and nothing is called", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await choose(browserContext, { menuItemId: "call-selection", selectionText: "Reception 415-555-0111" });
  await expect
    .poll(async () => {
      await dialer.page.reload();
      return dialer.page.getByLabel("Number or name").inputValue();
    })
    .toBe("415-555-0111");
  expect(await readHistory(signedIn)).toEqual([]);
});

test("a selection without a number says so", async ({ browserContext, dialer, signedIn }) => {
  await choose(browserContext, { menuItemId: "call-selection", selectionText: "Opening hours" });
  await expect
    .poll(() => dialer.page.evaluate(async () => Object.keys(await chrome.notifications.getAll())))
    .toEqual(["not-done"]);
  expect(await readHistory(signedIn)).toEqual([]);
});

test("the address of a link is called, whatever its text", async ({ browserContext, dialer }) => {
  await choose(browserContext, { menuItemId: "call-link", linkUrl: "callto:+14155550120" });
  await dialer.shows("Answered");
  await dialer.hangUp();
});

/** Chooses an item of the context menu, which is the browser's own and out of a program's reach: the worker gets the event that it would get. */
async function choose(
  context: BrowserContext,
  clicked: { menuItemId: string; selectionText?: string; linkUrl?: string },
): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("There is no service worker.");
  await worker.evaluate((clicked) => {
    const onClicked = chrome.contextMenus.onClicked as unknown as { dispatch: (clicked: unknown) => void };
    onClicked.dispatch({ editable: false, ...clicked });
  }, clicked);
}
