import type { NumberFinder } from "./number-finder.ts";
import type { CallableNumber, MarkIndex } from "./mark.ts";

/** A number under the pointer. */
export interface Hit {
  number: CallableNumber;
  range: AbstractRange;
  /** The part of it under the pointer: a number may go on in the next line. */
  rect: DOMRect;
  /** What the page put it into; a `tel:` link is the page's own offer to call. */
  kind: "text" | "tel-link";
  element: Element;
}

export interface Point {
  clientX: number;
  clientY: number;
}

export interface HitTestParts {
  index: MarkIndex;
  finder: NumberFinder;
  shadowRoots: readonly ShadowRoot[];
}

/**
 * The number at a point. A caret is found even far to the right of a line's text, so the rectangles of the number have the
 * last word. A `tel:` link counts wherever it is hit, its pictures included.
 */
export function hitAt(
  page: Document,
  { point, path }: { point: Point; path: readonly EventTarget[] },
  parts: HitTestParts,
): Hit | undefined {
  const link = path.find((target) => target instanceof HTMLAnchorElement && target.protocol === "tel:");
  if (link instanceof HTMLAnchorElement) return hitOnTelLink(link, point, parts);
  const caret = page.caretPositionFromPoint(point.clientX, point.clientY, { shadowRoots: [...parts.shadowRoots] });
  const node = caret?.offsetNode;
  if (!(node instanceof Text) || !node.parentElement) return undefined;
  for (const { number, range } of parts.index.at(node)) {
    const rect = rectsOf(range).find((candidate) => contains(candidate, point));
    if (rect) return { number, range, rect, kind: "text", element: node.parentElement };
  }
  return undefined;
}

/** The rectangles of a range on the screen, one a line. */
function rectsOf(range: AbstractRange): DOMRect[] {
  const live = range.startContainer.ownerDocument?.createRange();
  if (!live || !isWithin(range)) return [];
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}

function hitOnTelLink(link: HTMLAnchorElement, point: Point, { index, finder }: HitTestParts): Hit | undefined {
  const range = new StaticRange({ startContainer: link, startOffset: 0, endContainer: link, endOffset: link.childNodes.length });
  const number = finder.readTelLink(link.href) ?? firstMarkedIn(link, index);
  // A click by keyboard has no place on the screen; nor has the middle of a gap between two lines a rectangle.
  const rect = [...link.getClientRects()].find((candidate) => contains(candidate, point)) ?? link.getBoundingClientRect();
  return number && { number, range, rect, kind: "tel-link", element: link };
}

// A link whose address is no number but whose text is one: the page means the text.
function firstMarkedIn(link: HTMLAnchorElement, index: MarkIndex): CallableNumber | undefined {
  const iterator = link.ownerDocument.createNodeIterator(link, NodeFilter.SHOW_TEXT);
  for (let node = iterator.nextNode(); node; node = iterator.nextNode()) {
    const mark = node instanceof Text ? index.at(node)[0] : undefined;
    if (mark) return mark.number;
  }
  return undefined;
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
  return node instanceof CharacterData ? node.length : node.childNodes.length;
}

function contains(rect: DOMRect, { clientX, clientY }: Point): boolean {
  return clientX >= rect.left && clientX <= rect.right && clientY >= rect.top && clientY <= rect.bottom;
}
