export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

const gapPx = 8;
const edgePx = 8;

/** Where a card goes: under the number, above it where there is no room below, and wholly inside the window. */
export function placeCard({ anchor, card, view }: { anchor: Box; card: Size; view: Size }): {
  left: number;
  top: number;
  side: "below" | "above";
} {
  const left = clamp(anchor.left, edgePx, view.width - card.width - edgePx);
  const below = anchor.top + anchor.height + gapPx;
  const above = anchor.top - gapPx - card.height;
  const fitsBelow = below + card.height + edgePx <= view.height;
  if (fitsBelow || above < edgePx) return { left, top: clamp(below, edgePx, view.height - card.height - edgePx), side: "below" };
  return { left, top: clamp(above, edgePx, view.height - card.height - edgePx), side: "above" };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
