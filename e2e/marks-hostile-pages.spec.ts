import type { Page } from "playwright-core";
import { MarkedPage } from "./harness/marked-page.ts";
import { expectMarks } from "./harness/page-marks.ts";
import { expect, test } from "./harness/ringback-test.ts";

test("a page that changes what its world's objects do is read as it is, and notices nobody", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/tampering.html`);
  await expect.poll(() => markCount(page)).toBe(1);
  // What the test itself asked of the page goes through the page's own objects, so it is asked once only.
  const marked = await page.evaluate(() => {
    const [range] = CSS.highlights.get("phone-number") ?? [];
    return [range?.startOffset, range?.endOffset, (window as unknown as { reached: string[] }).reached.slice()];
  });
  expect(marked).toEqual([5, 17, []]);
});

test("a page that clears the registry of highlights has its numbers marked again with its next change", async ({
  browserContext,
  pages,
}) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const numbers = ["415-555-0161", "415-555-0162", "415-555-0163"];
  await expectMarks(page, numbers);
  await page.evaluate(() => {
    CSS.highlights.clear();
    CSS.highlights.set("phone-number", new Highlight());
  });
  await page.locator("#list").evaluate((rows) => rows.insertAdjacentHTML("beforeend", "<li>Di 415-555-0174</li>"));
  await expectMarks(page, [...numbers, "415-555-0174"]);
});

test("a hundred thousand nodes have all their numbers marked", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await page.locator("#list").evaluate((list) => {
    const filler = "<div><i></i><span>no number</span></div>".repeat(30);
    list.innerHTML = Array.from(
      { length: 1000 },
      (_, index) => `<li>415-555-${String(index).padStart(4, "0")}${filler}</li>`,
    ).join("");
  });
  expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeGreaterThan(90_000);
  await expect.poll(() => markCount(page)).toBe(1000);
});

test("a megabyte of digits, or of numbers, in one text leaves the page to itself", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  const put = (unit: string, count: number): Promise<void> =>
    page.locator("#list").evaluate((list, text) => {
      const node = document.createTextNode(text);
      list.replaceChildren(node, document.createElement("li"));
      list.lastElementChild?.append("415-555-0199");
    }, unit.repeat(count));
  await put("4155550123", 100_000);
  await expectMarks(page, ["415-555-0199"]);
  await put("4155550123 ", 90_000);
  await expectMarks(page, ["415-555-0199"]);
  await put("(415) 555-0123, ", 60_000);
  // As many as a page is given, and not one more.
  await expect.poll(() => markCount(page)).toBe(20_000);
});

function markCount(page: Page): Promise<number | undefined> {
  return page.evaluate(() => CSS.highlights.get("phone-number")?.size);
}
