import { expect } from "@playwright/test";
import type { Frame, Page } from "playwright-core";
import type { PageCard } from "./page-card.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Expects the card to be wholly in view, to cover no line of its number, and to be what a press on its "Call" button meets. */
export async function expectUsable(place: Page | Frame, card: PageCard, text: string): Promise<void> {
  const { width, height, lines } = await place.evaluate(measure, text);
  await expect
    .poll(async () => {
      const box = await card.box();
      const call = (await card.buttons()).find(({ label }) => label === "Call");
      if (!box || !call) return "no card";
      const middle = { x: call.x + call.width / 2, y: call.y + call.height / 2 };
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) return "out of view";
      if (lines.some((line) => overlap(line, box))) return "over its number";
      return (await place.evaluate(isPopoverAt, middle)) ? "usable" : "beneath something";
    })
    .toBe("usable");
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
  );
}

/** Runs in the page. */
function measure(text: string): { width: number; height: number; lines: Box[] } {
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  for (const mark of CSS.highlights.get("phone-number") ?? []) {
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    if (!range.toString().includes(text)) continue;
    return { ...view, lines: [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })) };
  }
  throw new Error(`"${text}" is not marked.`);
}

/** Runs in the page. What a press meets, in whatever root that is. */
function isPopoverAt({ x, y }: { x: number; y: number }): boolean {
  let met = document.elementFromPoint(x, y);
  for (let root = met?.shadowRoot; root; root = met?.shadowRoot) {
    const deeper = root.elementFromPoint(x, y);
    if (!deeper || deeper === met) break;
    met = deeper;
  }
  return met?.matches("[popover='manual']") === true;
}
