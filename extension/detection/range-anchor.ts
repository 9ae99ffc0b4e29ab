import type { Anchor, Box } from "./place-card.ts";
import { isText } from "./node-kinds.ts";

interface Point {
  clientX: number;
  clientY: number;
}

/** The rectangles of a range on the screen, one a line; none when the page has changed beneath it. */
export function rectsOf(range: AbstractRange): DOMRect[] {
  const live = toLive(range);
  return live ? [...live.getClientRects()] : [];
}

/** What a range says, soft hyphens and all; nothing when the page has changed beneath it. */
export function textOf(range: AbstractRange): string {
  return toLive(range)?.toString() ?? "";
}

/** Where rectangles of one number are to be pointed at: at a point, or at the first of them. Undefined when there are none. */
export function anchorOf(rects: readonly DOMRect[], element: Element, point?: Point): Anchor | undefined {
  const part = rects.find((rect) => point && contains(rect, point)) ?? rects[0];
  if (!part) return undefined;
  return { whole: around(rects), part, isRightToLeft: getComputedStyle(element).direction === "rtl" };
}

/** Whether a point lies in a rectangle, its edges included. */
export function contains(rect: DOMRect, { clientX, clientY }: Point): boolean {
  return clientX >= rect.left && clientX <= rect.right && clientY >= rect.top && clientY <= rect.bottom;
}

function around(rects: readonly DOMRect[]): Box {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return { left, top, width: right - left, height: bottom - top };
}

function toLive(range: AbstractRange): Range | undefined {
  const live = range.startContainer.ownerDocument?.createRange();
  if (!live || !isWithin(range)) return undefined;
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

function isWithin({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): boolean {
  return (
    startContainer.isConnected &&
    endContainer.isConnected &&
    startOffset <= lengthOf(startContainer) &&
    endOffset <= lengthOf(endContainer)
  );
}

function lengthOf(node: Node): number {
  return isText(node) ? node.length : node.childNodes.length;
}
