import { MarkedPage } from "./harness/marked-page.ts";
import { chooseFromContextMenu } from "./harness/outside-events.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a number selected in international form is called from the context menu", async ({
  browserContext,
  dialer,
  pages,
  signedIn,
}) => {
  await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
  await chooseFromContextMenu(browserContext, { menuItemId: "call-selection", selectionText: "Berlin +49 30 23125 104." });
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
  await chooseFromContextMenu(browserContext, { menuItemId: "call-selection", selectionText: "Reception 415-555-0111" });
  await expect
    .poll(async () => {
      await dialer.page.reload();
      return dialer.page.getByLabel("Number or name").inputValue();
    })
    .toBe("415-555-0111");
  expect(await readHistory(signedIn)).toEqual([]);
});

test("a selection without a number says so", async ({ browserContext, dialer, signedIn }) => {
  await chooseFromContextMenu(browserContext, { menuItemId: "call-selection", selectionText: "Opening hours" });
  await expect
    .poll(() => dialer.page.evaluate(async () => Object.keys(await chrome.notifications.getAll())))
    .toEqual(["not-done"]);
  expect(await readHistory(signedIn)).toEqual([]);
});

test("the address of a link is called, whatever its text", async ({ browserContext, dialer }) => {
  await chooseFromContextMenu(browserContext, { menuItemId: "call-link", linkUrl: "callto:+14155550120" });
  await dialer.shows("Answered");
  await dialer.hangUp();
});
