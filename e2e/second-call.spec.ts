import type { Page } from "playwright-core";
import { Dialer } from "./harness/dialer.ts";
import { extensionUrl } from "./harness/extension-url.ts";
import { chooseFromContextMenu, enterInAddressBar } from "./harness/outside-events.ts";
import { readHistory } from "./harness/records.ts";
import { expect, test } from "./harness/ringback-test.ts";

const echo = "+14155550100";
const other = "+12125550199";

const choice = (page: Page) => page.locator(".second-call");
const stay = (page: Page) => page.getByRole("button", { name: "Stay in this call" });
const replace = (page: Page) => page.getByRole("button", { name: "End it and call" });

test("asked for in the context menu: the call that is on stays until the person chooses", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await chooseFromContextMenu(browserContext, { menuItemId: "call-selection", selectionText: other });
  await expect(choice(dialer.page)).toContainText("End the call with Echo and call +1 212 555 0199?");
  await stay(dialer.page).click();
  await expect(choice(dialer.page)).toBeHidden();
  await dialer.shows("Answered");
  expect(await readHistory(signedIn)).toHaveLength(1);
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("asked for in the address bar: one press ends the call and places the other", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await dialer.call(echo);
  await dialer.shows("Answered");
  await enterInAddressBar(browserContext, "+1 212 555 0199");
  await replace(dialer.page).click();
  await expect(dialer.page.getByRole("heading", { name: "+1 212 555 0199" })).toBeVisible();
  await dialer.shows("Answered");
  await expect
    .poll(async () => (await readHistory(signedIn)).map(({ toNumber, status }) => [toNumber, status]))
    .toEqual([
      [other, "in-progress"],
      [echo, "completed"],
    ]);
  await dialer.hangUp();
  await dialer.shows("Ended");
});

test("asked for in the history: the foot of the page asks, and so does the popup", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  await dialer.call(other);
  await dialer.shows("Answered");
  await dialer.hangUp();
  await dialer.shows("Ended");
  await dialer.button("Done").click();
  await dialer.call(echo);
  await dialer.shows("Answered");

  const history = await browserContext.newPage();
  await history.goto(extensionUrl("options.html#/history"));
  await history
    .getByRole("button", { name: /^Call again|^Call \+1 212/ })
    .last()
    .click();
  await expect(choice(history)).toBeVisible();
  await expect(choice(dialer.page)).toBeVisible();
  await stay(history).click();
  await expect(choice(dialer.page)).toBeHidden();
  expect(await readHistory(signedIn)).toHaveLength(2);
  await dialer.hangUp();
});

test("asked for by two windows in the same moment: one call, and the choice of the other", async ({
  browserContext,
  dialer,
  signedIn,
}) => {
  const second = await Dialer.open(browserContext);
  await Promise.all([start(dialer.page, echo), start(second.page, other)]);
  await dialer.shows("Answered");
  await second.shows("Answered");
  expect(await readHistory(signedIn)).toHaveLength(1);
  await expect(choice(dialer.page)).toBeVisible();
  await expect(choice(second.page)).toBeVisible();

  // Both choose at once, too: the first choice ends the call that it was about, and the second finds that one gone.
  await Promise.all([chooseReplacement(dialer.page), chooseReplacement(second.page)]);
  await dialer.shows("Answered");
  await expect.poll(async () => (await readHistory(signedIn)).filter(({ status }) => status === "in-progress").length).toBe(1);
  expect(await readHistory(signedIn)).toHaveLength(2);
  await dialer.hangUp();
  await dialer.shows("Ended");
});

/** Chooses as the button does, which is gone from the other window as soon as it was pressed in one. */
function chooseReplacement(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { secondCall } = await chrome.storage.session.get("secondCall");
    await chrome.runtime.sendMessage({ to: "service-worker", channel: "call", name: "replace", request: secondCall });
  });
}

/** Asks for a call as the dialer does, with nothing between the two windows' messages. */
function start(page: Page, to: string): Promise<unknown> {
  return page.evaluate(
    (to) => chrome.runtime.sendMessage({ to: "service-worker", channel: "call", name: "start", request: { to } }),
    to,
  );
}
