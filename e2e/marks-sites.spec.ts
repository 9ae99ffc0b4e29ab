import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { makeProfile } from "./harness/chromium-profile.ts";
import type { Dialer } from "./harness/dialer.ts";
import { extensionUrl } from "./harness/extension-url.ts";
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

test("a site left out of all loses its marks at once, for good, and gets them back without a reload", async ({
  browserContext,
  dialer,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const other = await MarkedPage.open(browserContext, `${pages.url.replace("127.0.0.1", "localhost")}/changing.html`);
  await expectMarks(page, rows);
  await expectMarks(other.page, rows);

  const card = await PageCard.on(page);
  await new MarkedPage(page).hoverNumber("415-555-0162");
  await card.press("More");
  await card.press("Not on this site");
  await expect.poll(() => isRead(page), { message: "the page is read" }).toBe(false);
  expect(await isRead(other.page)).toBe(true);
  await page.reload();
  expect(await isRead(page)).toBe(false);

  await dialer.page.goto(extensionUrl("options.html#/settings"));
  const leftOut = dialer.page.getByRole("list", { name: "Sites left out" });
  await expect(leftOut.getByRole("listitem")).toHaveText(["127.0.0.1"]);
  await leftOut.getByRole("button", { name: "Mark numbers again on http://127.0.0.1" }).click();
  await expectMarks(page, rows);
  await expect(leftOut).toBeHidden();
});

test("a frame of a site left out has no marks on a page that has", async ({ browserContext, dialer, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  const isFrameRead = await addForeignFrame(page, pages.url);
  await expect.poll(isFrameRead, { message: "the frame is read" }).toBe(true);
  await dialer.page.evaluate(() => chrome.storage.local.set({ excludedSites: ["http://localhost"] }));
  await expect.poll(isFrameRead, { message: "the frame is read" }).toBe(false);
  await expectMarks(page, rows);
});

test("a page that is left out takes the frames of other sites with it, now and when it is loaded again", async ({
  browserContext,
  dialer,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const isFrameRead = await addForeignFrame(page, pages.url);
  await expect.poll(isFrameRead, { message: "the frame is read" }).toBe(true);
  await dialer.page.evaluate(() => chrome.storage.local.set({ excludedSites: ["http://127.0.0.1"] }));
  await expect.poll(isFrameRead, { message: "the frame is read" }).toBe(false);
  await page.reload();
  const isReadAgain = await addForeignFrame(page, pages.url);
  await expect.poll(isReadAgain, { message: "the frame is read" }).toBe(false);
  await dialer.page.evaluate(() => chrome.storage.local.set({ excludedSites: [] }));
  await expect.poll(isReadAgain, { message: "the frame is read" }).toBe(true);
  await expectMarks(page, rows);
});

const testOfTwoSites = test.extend({
  profileTemplate: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs off this pattern
    async ({}, use) => use(await makeProfile(["http://127.0.0.1/*", "http://localhost/*"])),
    { scope: "worker" },
  ],
});

testOfTwoSites(
  "of two sites that were chosen one is given back: its frames lose their marks at once, and the page keeps its own",
  async ({ browserContext, dialer, pages }) => {
    const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
    await expectMarks(page, rows);
    const isFrameRead = await addForeignFrame(page, pages.url);
    await expect.poll(isFrameRead, { message: "the frame is read" }).toBe(true);
    const card = await PageCard.on(page);
    await new MarkedPage(page).hoverNumber("415-555-0162");
    await card.shows("Call");
    await dialer.page.evaluate(() => chrome.permissions.remove({ origins: ["http://localhost/*"] }));
    await expect.poll(isFrameRead, { message: "the frame is read" }).toBe(false);
    await card.shows("Call");
    await expectMarks(page, rows);
  },
);

/** Puts a frame of another site into a page; gives how to ask whether it is read. */
async function addForeignFrame(page: Page, pagesUrl: string): Promise<() => Promise<boolean> | undefined> {
  const src = `${pagesUrl.replace("127.0.0.1", "localhost")}/changing.html`;
  await page.evaluate((src) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    document.body.append(frame);
  }, src);
  return () => page.frame({ url: src })?.evaluate(() => document.readyState === "complete" && CSS.highlights.size > 0);
}

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

testWithoutGrant("the manifest that ships asks for no site by itself", async ({ dialer }) => {
  const manifest = await dialer.page.evaluate(() => chrome.runtime.getManifest());
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.permissions?.filter((permission) => /[:/]|^(?:tabs|webNavigation|history)$/.test(permission))).toEqual([]);
});

const noAccess = { origins: [], scripts: [] };

/** What the browser lets the extension read, and which scripts it would start there. */
function readAccess(dialer: Dialer): Promise<unknown> {
  return dialer.page.evaluate(async () => ({
    origins: (await chrome.permissions.getAll()).origins,
    scripts: await chrome.scripting.getRegisteredContentScripts(),
  }));
}
