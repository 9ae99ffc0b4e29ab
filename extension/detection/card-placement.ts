import { placeCard, type Anchor, type Box, type CardPlace } from "./place-card.ts";

/** Where the card goes, and the style that puts it there. */
export function placementOf(
  { host, card }: { host: HTMLElement; card: HTMLElement },
  { anchor, side: sideBefore }: { anchor: Anchor; side: CardPlace["side"] | undefined },
): { side: CardPlace["side"]; style: string } {
  const size = {
    width: card.offsetWidth,
    // All there is to show, be it scrolled or not, and the borders.
    height: card.scrollHeight + card.offsetHeight - card.clientHeight,
  };
  const { left, top, side, maxHeight } = placeCard({
    anchor,
    card: size,
    view: visibleView(host.ownerDocument),
    side: sideBefore,
  });
  const rules = [
    `left: ${Math.round(left)}px !important`,
    `top: ${Math.round(top)}px !important`,
    `--most-height: ${Math.floor(maxHeight)}px`,
    // A page may zoom itself by style; places on the screen are not zoomed with it.
    `zoom: ${1 / (host.parentElement?.currentCSSZoom ?? 1)} !important`,
  ];
  return { side, style: `:host { ${rules.join("; ")}; }` };
}

/** What can be seen of the page, in the coordinates of its rectangles: less than the window while it is pinched larger. */
function visibleView({ defaultView, documentElement }: Document): Box {
  const view = defaultView?.visualViewport;
  if (!view) return { left: 0, top: 0, width: documentElement.clientWidth, height: documentElement.clientHeight };
  return { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height };
}
