import type { Page } from "playwright-core";
import { MarkedPage } from "./harness/marked-page.ts";
import { expectMarks } from "./harness/page-marks.ts";
import { PageWatch } from "./harness/page-watch.ts";
import { expect, test } from "./harness/ringback-test.ts";

const rows = (numbers: readonly string[]): string => numbers.map((number) => `<p>Row: ${number}</p>`).join("");

test("text that is patched, swapped, scrolled or routed is marked as it stands, and changes only as the page changes it", async ({
  browserContext,
  pages,
}) => {
  const page = await browserContext.newPage();
  const watch = await PageWatch.start(page);
  await page.goto(`${pages.url}/patched.html`);
  await expectMarks(page, ["415-555-0260"]);

  await call(page, "patch", "Call 415-555-0261");
  await expectMarks(page, ["415-555-0261"]);
  await call(page, "patch", "Call nobody");
  await expectMarks(page, []);
  expect(await watch.takeChanges()).toEqual(["characterData #text", "characterData #text"]);

  await call(page, "swap", rows(["415-555-0262", "415-555-0263"]));
  await expectMarks(page, ["415-555-0262", "415-555-0263"]);
  await call(page, "scrollTo", 270);
  await expectMarks(page, ["415-555-0270", "415-555-0271"]);
  await call(page, "go", "/elsewhere", rows(["415-555-0264"]));
  await expectMarks(page, ["415-555-0264"]);
  expect(await watch.takeChanges()).toEqual([
    "childList DIV +P +P",
    "characterData #text",
    "characterData #text",
    "childList DIV +P -P -P",
  ]);
});

test("a page that is written anew is read anew", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/patched.html`);
  await expectMarks(page, ["415-555-0260"]);
  await call(page, "write", "<!doctype html><body><p>Now call 415-555-0265</p>");
  await expectMarks(page, ["415-555-0265"]);
  await page.evaluate(() => document.body.append("and 415-555-0266"));
  await expectMarks(page, ["415-555-0265", "415-555-0266"]);
});

test("a page prints as it would without its marks", async ({ browserContext, pages }) => {
  const { page } = await MarkedPage.open(browserContext, `${pages.url}/changing.html`);
  await expectMarks(page, ["415-555-0161", "415-555-0162", "415-555-0163"]);
  const paint = (): Promise<string> =>
    page.locator("#list").evaluate((list) => {
      const { backgroundColor, textDecorationLine } = getComputedStyle(list, "::highlight(phone-number)");
      return `${backgroundColor} ${textDecorationLine}`;
    });
  expect(await paint()).toBe("rgba(22, 148, 104, 0.1) underline");
  await page.emulateMedia({ media: "print" });
  expect(await paint()).toBe("rgba(0, 0, 0, 0) none");
});

/** Calls a function of the page by its name. */
function call(page: Page, name: string, ...given: (string | number)[]): Promise<void> {
  return page.evaluate(
    ([called, values]) => (window as unknown as Record<string, (...values: unknown[]) => void>)[called]?.(...values),
    [name, given] as const,
  );
}
