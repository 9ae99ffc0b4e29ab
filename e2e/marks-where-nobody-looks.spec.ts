import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { expectMarks, listedMarks } from "./harness/page-marks.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("closed shadow roots are read, late ones as well, and their numbers can be pointed at", async ({
  browserContext,
  pages,
}) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/closed-roots.html`);
  const { page } = marked;
  await expectMarks(page, ["415-555-0240", "415-555-0241", "415-555-0242"]);
  await page.evaluate(() => (window as unknown as { upgrade: () => void }).upgrade());
  await expectMarks(page, ["415-555-0240", "415-555-0241", "415-555-0242", "415-555-0243"]);
  await page.evaluate(() => (window as unknown as { change: () => void }).change());
  await expectMarks(page, ["212-555-0242", "415-555-0240", "415-555-0241", "415-555-0243"]);
  const card = await PageCard.on(page);
  await marked.hoverNumber("415-555-0241");
  await card.shows("+1 415 555 0241");
});

test("a number that is not shown is marked as soon as it is, whichever way the page shows it", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/hidden-places.html`);
  const shown = ["415-555-0199", "415-555-0214"];
  await expectMarks(page, shown);
  await page.locator("#menu").evaluate((menu) => (menu.style.display = "block"));
  await expectMarks(page, [...shown, "415-555-0211"]);
  await page.locator("#tab").evaluate((tab) => tab.removeAttribute("hidden"));
  await expectMarks(page, [...shown, "415-555-0211", "415-555-0212"]);
  await page.locator("#rest summary").click();
  await expectMarks(page, [...shown, "415-555-0211", "415-555-0212", "415-555-0213"]);
  await page.addStyleTag({ content: "#icon { display: block !important }" });
  await expectMarks(page, [...shown, "415-555-0211", "415-555-0212", "415-555-0213", "Ring"]);
});

test("what somebody is writing is left alone in every editor", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/editors.html`);
  await expectMarks(page, ["415-555-0199"]);
  for (const frame of page.frames()) expect(await frame.evaluate(listedMarks)).not.toContain("415-555-0130");
});

test("rows, lines, letters and pictures are numbers as well", async ({ browserContext, pages }) => {
  const marked = await MarkedPage.open(browserContext, `${pages.url}/numbers-in-rows.html`);
  await expectMarks(marked.page, [
    "+49 30 23125-45",
    "-46",
    "030 23125104",
    "030 23125105",
    "(030) 23125-106",
    // The line end between them is an element, of which a range's text says nothing.
    "03023125-107",
    "1-800-FLOWERS (356-9377)",
    "",
    "Skype",
    "030 23125199",
  ]);
  const card = await PageCard.on(marked.page);
  await marked.page.locator("#icon").hover();
  await card.shows("+49 30 23125108");
});
