import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialer } from "./harness/dialer.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks, isRead } from "./harness/page-marks.ts";
import { PageWatch } from "./harness/page-watch.ts";
import { expect, test } from "./harness/ringback-test.ts";

const rows = ["415-555-0161", "415-555-0162", "415-555-0163"];

test("the sites menu turns the marks off at once, and for pages to come", async ({ browserContext, dialer, pages }) => {
  const url = `${pages.url}/changing.html`;
  const page = await browserContext.newPage();
  const watch = await PageWatch.start(page);
  await page.goto(url);
  const marked = new MarkedPage(page);
  await expectMarks(page, rows);
  const card = await PageCard.on(page);
  await marked.hoverNumber("415-555-0162");
  await card.shows("Call");

  await dialer.button("Sites where numbers are marked").click();
  await dialer.page.getByRole("radio", { name: "No site" }).click();
  await expect.poll(() => isRead(page), { message: "the page is read" }).toBe(false);
  await card.isClosed();
  expect(await watch.serialise()).toBe(await watch.asParsed());

  expect(await readAccess(dialer)).toEqual(noAccess);
  const later = await MarkedPage.open(browserContext, url);
  expect(await isRead(later.page)).toBe(false);
});

const testWithoutGrant = test.extend({
  // A profile that nobody has started yet: the browser's own grants are as they are after installing.
  profileTemplate: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs off this pattern
    async ({}, use) => use(await mkdtemp(join(tmpdir(), "ringback-profile-"))),
    { scope: "worker" },
  ],
});

testWithoutGrant(
  "before a person chose any site, no page is read, and no script waits to",
  async ({ browserContext, dialer, pages }) => {
    const { page } = await MarkedPage.open(browserContext, `${pages.url}/marks.html`);
    await dialer.button("Sites where numbers are marked").click();
    await expect(dialer.page.getByRole("radio", { name: "No site" })).toBeChecked();
    expect(await readAccess(dialer)).toEqual(noAccess);
    await page.reload();
    expect(await isRead(page)).toBe(false);
  },
);

const noAccess = { origins: [], scripts: [] };

/** What the browser lets the extension read, and which scripts it would start there. */
function readAccess(dialer: Dialer): Promise<unknown> {
  return dialer.page.evaluate(async () => ({
    origins: (await chrome.permissions.getAll()).origins,
    scripts: await chrome.scripting.getRegisteredContentScripts(),
  }));
}
