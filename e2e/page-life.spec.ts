import type { Page } from "playwright-core";
import type { Dialer } from "./harness/dialer.ts";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks, isRead } from "./harness/page-marks.ts";
import { pressShortcut } from "./harness/press-shortcut.ts";
import { expect, test } from "./harness/ringback-test.ts";
import { goBack, lookAt, noteOn } from "./harness/slept-page.ts";

const rows = ["415-555-0161", "415-555-0162", "415-555-0163"];

test("a page gone back to has its marks, its keys and its cards", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  await new MarkedPage(page).hoverNumber("415-555-0161");
  await (await PageCard.on(page)).shows("Call");
  await noteOn(page);
  await page.goto(`${pages.url}/german.html`);
  await goBack(page);
  const awake = { isSame: true, isRead: true, markCount: 3 };
  await expect.poll(() => lookAt(browserContext)).toEqual({ ...awake, hasCard: false });
  await pressShortcut(browserContext, "next-number");
  await expect.poll(() => lookAt(browserContext)).toEqual({ ...awake, hasCard: true });
});

test("a page that slept while its site was left out wakes without marks", async ({ browserContext, dialer, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  await noteOn(page);
  await page.goto(`${pages.url.replace("127.0.0.1", "localhost")}/german.html`);
  await leaveOut(dialer, ["http://127.0.0.1"]);
  await goBack(page);
  await expect.poll(() => lookAt(browserContext)).toEqual({ isSame: true, isRead: false, markCount: 0, hasCard: false });
});

test("a page of before its site was taken in that is gone back to is marked without a reload", async ({
  browserContext,
  dialer,
  pages,
}) => {
  await leaveOut(dialer, ["http://127.0.0.1"]);
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await noteOn(page);
  await page.goto(`${pages.url}/german.html`);
  expect(await isRead(page)).toBe(false);
  await leaveOut(dialer, []);
  await expect.poll(() => isRead(page), { message: "the page is read" }).toBe(true);
  await goBack(page);
  await expect.poll(() => lookAt(browserContext)).toEqual({ isSame: true, isRead: true, markCount: 3, hasCard: false });
});

test("frames that were written into the page are marked with it, those of before and those to come", async ({
  browserContext,
  dialer,
  pages,
}) => {
  await leaveOut(dialer, ["http://127.0.0.1"]);
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/written-frames.html`);
  await leaveOut(dialer, []);
  for (const name of ["srcdoc", "blank", "walled"]) await frameIsMarked(page, name, 1);
  await page.reload();
  for (const name of ["srcdoc", "blank", "walled"]) await frameIsMarked(page, name, 1);
});

test("a newer script of the extension takes a page over: the old marks, card and gestures go at once, and nothing is complained of", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  const complaints = watchComplaints(page);
  const card = await PageCard.on(page);
  await new MarkedPage(page).hoverNumber("415-555-0161");
  await card.shows("Call");

  // What an update does to pages that stay open; a Chromium under test does not load an extension anew.
  const [worker] = browserContext.serviceWorkers();
  await worker?.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    if (tab?.id === undefined) throw new Error("There is no page.");
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ["/content-scripts/content.js"] });
  });
  await card.isClosed();
  await page.mouse.move(2, 2);
  await expectMarks(page, rows);
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>And 415-555-0169.</p>"));
  await expectMarks(page, [...rows, "415-555-0169"]);
  await new MarkedPage(page).hoverNumber("415-555-0169");
  await card.shows("+1 415 555 0169", "Call");
  expect(await page.locator(":popover-open").count(), "one card, and not one of each script").toBe(1);
  expect(complaints).toEqual([]);
});

test("once the extension is switched off, its marks go as soon as somebody comes back to the page", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, rows);
  const complaints = watchComplaints(page);
  const [worker] = browserContext.serviceWorkers();
  await worker?.evaluate(() => chrome.management.uninstallSelf()).catch(() => undefined);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect.poll(() => isRead(page), { message: "the page is read" }).toBe(false);
  expect(complaints).toEqual([]);
});

async function frameIsMarked(page: Page, name: string, count: number): Promise<void> {
  const marksIn = () => page.frame({ name })?.evaluate(() => CSS.highlights.get("phone-number")?.size);
  await expect.poll(marksIn, { message: `numbers marked in the frame ${name}` }).toBe(count);
}

/** What the page's console is told of errors. */
function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Leaves sites out of all, and waits until the browser starts no script there. */
async function leaveOut(dialer: Dialer, sites: string[]): Promise<void> {
  await dialer.page.evaluate((sites) => chrome.storage.local.set({ excludedSites: sites }), sites);
  const readExcluded = () =>
    dialer.page.evaluate(async () => {
      const [script] = await chrome.scripting.getRegisteredContentScripts();
      return script?.excludeMatches ?? [];
    });
  await expect.poll(readExcluded).toEqual(sites.map((site) => `${site}/*`));
}
