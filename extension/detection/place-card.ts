interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  left: number;
  top: number;
}

/** Where on the screen a number stands. */
export interface Anchor {
  /** All of it: it may go on in the next line. */
  whole: Box;
  /** The part that is pointed at, at whose start the card begins. */
  part: Box;
  isRightToLeft: boolean;
}

export interface CardPlace {
  left: number;
  top: number;
  side: "below" | "above" | "beside";
  /** What is more than this is scrolled to. */
  maxHeight: number;
}

const gapPx = 8;
const edgePx = 8;
/** A card lower than this shows nothing that one could use. */
const leastHeightPx = 120;

interface PlaceCardOptions {
  anchor: Anchor;
  card: Size;
  /** What can be seen of the page. */
  view: Box;
  /** The side on which the card is already: it stays there as it grows, so that nothing moves away under a pointer. */
  side?: CardPlace["side"] | undefined;
}

/**
 * Where a card goes: under the number, above it where there is no room below, beside it where there is room for neither; and wholly
 * inside the view. It never covers the number, unless the view is too small to show both.
 */
export function placeCard({ anchor, card, view, side }: PlaceCardOptions): CardPlace {
  const inner = { top: view.top + edgePx, bottom: view.top + view.height - edgePx };
  const roomBelow = inner.bottom - (bottomOf(anchor.whole) + gapPx);
  const roomAbove = anchor.whole.top - gapPx - inner.top;
  const left = leftOf(anchor, { card, view });
  const below = (maxHeight: number): CardPlace => ({ left, top: inner.bottom - roomBelow, side: "below", maxHeight });
  const above = (maxHeight: number): CardPlace => {
    const height = Math.min(card.height, maxHeight);
    return { left, top: inner.top + roomAbove - height, side: "above", maxHeight };
  };
  if (isIn(anchor.whole, inner)) {
    if (side === "below" && roomBelow >= leastHeightPx) return below(roomBelow);
    if (side === "above" && roomAbove >= leastHeightPx) return above(roomAbove);
    if (card.height <= roomBelow) return below(roomBelow);
    if (card.height <= roomAbove) return above(roomAbove);
    const beside = placeBeside(anchor, { card, view });
    if (beside) return beside;
    if (Math.max(roomBelow, roomAbove) >= leastHeightPx) return roomBelow >= roomAbove ? below(roomBelow) : above(roomAbove);
  }
  const maxHeight = inner.bottom - inner.top;
  return { left, top: clamp(bottomOf(anchor.whole) + gapPx, inner.top, inner.bottom - card.height), side: "below", maxHeight };
}

function placeBeside({ whole }: Anchor, { card, view }: { card: Size; view: Box }): CardPlace | undefined {
  const after = whole.left + whole.width + gapPx;
  const before = whole.left - gapPx - card.width;
  const fits = (left: number) => left >= view.left + edgePx && left + card.width <= view.left + view.width - edgePx;
  const left = [after, before].find(fits);
  if (left === undefined) return undefined;
  const bottom = view.top + view.height - edgePx;
  const top = clamp(whole.top, view.top + edgePx, bottom - card.height);
  return { left, top, side: "beside", maxHeight: bottom - top };
}

function leftOf({ part, isRightToLeft }: Anchor, { card, view }: { card: Size; view: Box }): number {
  const wanted = isRightToLeft ? part.left + part.width - card.width : part.left;
  return clamp(wanted, view.left + edgePx, view.left + view.width - edgePx - card.width);
}

// A call's card stays while its number is scrolled away; there is nothing left to cover then.
function isIn(box: Box, inner: { top: number; bottom: number }): boolean {
  return bottomOf(box) > inner.top && box.top < inner.bottom;
}

function bottomOf({ top, height }: Box): number {
  return top + height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
