import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "playwright-core";

interface Point {
  x: number;
  y: number;
}

/** A stranger's page, with its numbers marked by the extension. */
export class MarkedPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, url: string): Promise<MarkedPage> {
    const page = await context.newPage();
    await page.goto(url);
    return new MarkedPage(page);
  }

  /** Waits until a text is marked, then clicks in its middle as a person would. */
  async clickNumber(text: string): Promise<void> {
    const { x, y } = await this.whereMarked(text);
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y);
  }

  async isMarked(text: string): Promise<void> {
    await this.whereMarked(text);
  }

  async hoverNumber(text: string): Promise<void> {
    const { x, y } = await this.whereMarked(text);
    await this.page.mouse.move(x, y);
  }

  async cardIsOpen(): Promise<void> {
    await expect(this.page.locator(":popover-open")).toBeVisible();
  }

  /** The middle of a text of the page, once a highlight covers it. Highlights are all that the extension leaves for the page to see. */
  async whereMarked(text: string): Promise<Point> {
    await this.page.bringToFront();
    let middle: Point | undefined;
    await expect
      .poll(async () => (middle = await this.page.evaluate(middleOfMark, text)), { message: `"${text}" is marked` })
      .toBeTruthy();
    if (!middle) throw new Error(`"${text}" is not marked.`);
    return middle;
  }
}

/** Runs in the page. What scrolls is told of it in the next frame only, and a card closes then. */
async function middleOfMark(text: string): Promise<Point | undefined> {
  for (const highlight of CSS.highlights.values()) {
    for (const mark of highlight) {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      if (!range.toString().includes(text)) continue;
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      // The first line of it: between two lines there is nothing to point at.
      const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return undefined;
}
