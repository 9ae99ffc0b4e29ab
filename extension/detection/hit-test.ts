import type { NumberFinder } from "./number-finder.ts";
import type { CallableNumber, Mark, MarkIndex } from "./mark.ts";
import type { Anchor } from "./place-card.ts";
import { anchorOf, contains, rectsOf, textOf } from "./range-anchor.ts";
import { isTelLink } from "./tel-scheme.ts";
import { isAnchor, isElement, isText } from "./node-kinds.ts";

/** A number that is pointed at, in its place on the page. */
export interface Hit {
  number: CallableNumber;
  /** As the page has it: its text, or the address of its link. */
  written: string;
  range: AbstractRange;
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
  finder: Pick<NumberFinder, "readTelLink">;
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
  const link = path.find((target) => isElement(target) && isTelLink(target));
  if (isAnchor(link)) return hitOnTelLink(link, parts);
  const caret = page.caretPositionFromPoint(point.clientX, point.clientY, { shadowRoots: [...parts.shadowRoots] });
  const node = caret?.offsetNode;
  if (!isText(node)) return undefined;
  const mark = parts.index.at(node).find(({ range }) => rectsOf(range).some((rect) => contains(rect, point)));
  return mark && hitOnMark(mark, node);
}

/** A marked number, at one of the texts that it is written in. */
export function hitOnMark({ number, range, nodes }: Mark, node: Text | undefined = nodes[0]): Hit | undefined {
  const { startContainer } = range;
  if (isAnchor(startContainer)) return { number, written: startContainer.href, range, kind: "tel-link", element: startContainer };
  const element = node?.parentElement;
  return element ? { number, written: textOf(range), range, kind: "text", element } : undefined;
}

/** The number of a `tel:` link. */
export function hitOnTelLink(
  link: HTMLAnchorElement,
  { index, finder }: Pick<HitTestParts, "index" | "finder">,
): Hit | undefined {
  const range = new StaticRange({ startContainer: link, startOffset: 0, endContainer: link, endOffset: link.childNodes.length });
  const number = finder.readTelLink(hrefOf(link)) ?? firstMarkedIn(link, index);
  return number && { number, written: hrefOf(link), range, kind: "tel-link", element: link };
}

/** What is read now in the place of an earlier hit. */
export function hitAgain({ kind, element, range }: Hit, parts: Pick<HitTestParts, "index" | "finder">): Hit | undefined {
  if (kind === "tel-link") return isAnchor(element) ? hitOnTelLink(element, parts) : undefined;
  const { startContainer, startOffset } = range;
  if (!isText(startContainer)) return undefined;
  const mark = parts.index.at(startContainer).find((candidate) => covers(candidate.range, { startContainer, startOffset }));
  return mark && hitOnMark(mark);
}

/** Where on the screen a hit is; undefined when the page has taken it away. */
export function anchorOfHit({ kind, element, range }: Hit, point?: Point): Anchor | undefined {
  // A link that is a picture has the picture's rectangles besides its own.
  const rects = kind === "tel-link" ? [...element.getClientRects(), ...rectsOf(range)] : rectsOf(range);
  return anchorOf(rects, element, point);
}

/** Whether two hits are of the same number in the same place. */
export function isSameHit(one: Hit, other: Hit): boolean {
  return (
    one.number.e164 === other.number.e164 &&
    one.range.startContainer === other.range.startContainer &&
    one.range.startOffset === other.range.startOffset
  );
}

function hrefOf(link: HTMLAnchorElement): string {
  return link.getAttribute("href") ?? "";
}

function covers(range: StaticRange, place: { startContainer: Text; startOffset: number }): boolean {
  const isBegun = range.startContainer !== place.startContainer || range.startOffset <= place.startOffset;
  return isBegun && (range.endContainer !== place.startContainer || range.endOffset > place.startOffset);
}

// A link whose address is no number but whose text is one: the page means the text.
function firstMarkedIn(link: HTMLAnchorElement, index: MarkIndex): CallableNumber | undefined {
  const iterator = link.ownerDocument.createNodeIterator(link, NodeFilter.SHOW_TEXT);
  for (let node = iterator.nextNode(); node; node = iterator.nextNode()) {
    const mark = isText(node) ? index.at(node)[0] : undefined;
    if (mark) return mark.number;
  }
  return undefined;
}
