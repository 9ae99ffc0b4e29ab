import { expect } from "@playwright/test";
import type { Page } from "playwright-core";

/** Waits until exactly these texts are marked on a page, in whatever order. */
export async function expectMarks(page: Page, texts: readonly string[]): Promise<void> {
  await expect.poll(() => page.evaluate(listedMarks), { message: "the marked texts" }).toEqual(texts.toSorted());
}

/** Whether the extension reads this page at all: it registers its highlights as the first thing it does. */
export function isRead(page: Page): Promise<boolean> {
  return page.evaluate(() => CSS.highlights.size > 0);
}

/** The colour that a mark gives to the text of an element, as the page computes it. */
export function markColour(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => getComputedStyle(element, "::highlight(phone-number)").backgroundColor);
}

/** Runs in a page: the marked texts. Soft hyphens are there for the browser alone. */
export function listedMarks(): string[] {
  return [...(CSS.highlights.get("phone-number") ?? [])]
    .map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return range.toString().replaceAll("\u00ad", "").replace(/\s+/g, " ");
    })
    .toSorted();
}
