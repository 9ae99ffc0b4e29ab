import { layerOf } from "./card-layer.ts";
import { watchCardKeys } from "./card-keys.ts";
import type { CardActions } from "./card-part.ts";
import { placementOf } from "./card-placement.ts";
import type { CardState } from "./card-state.ts";
import { createCardView } from "./card-view.ts";
import cardStyles from "./hover-card.css?inline";
import listStyles from "./country-list.css?inline";
import { keepToItself } from "./keep-to-itself.ts";
import { claimElement } from "./own-element.ts";
import type { Anchor, CardPlace } from "./place-card.ts";
import { contains } from "./range-anchor.ts";

/** The one card of a page: a popover in a closed shadow root, so that neither the page's style nor its code gets in. */
export interface HoverCard {
  readonly isOpen: boolean;
  readonly hasFocus: boolean;
  /** Shows a number beside its place on the screen. `beside` is the element of the page that it stands in. */
  open(state: CardState, place: { anchor: Anchor; beside: Element }): void;
  /** Shows another state of the same number in the same place. */
  update(state: CardState): void;
  /** Follows its number to another place. */
  move(anchor: Anchor): void;
  announce(sentence: string): void;
  /** Takes the focus, and gives it back when it closes. */
  focus(): void;
  close(): void;
  /** Whether a person's pointer met the card, and not the page beneath. */
  isMetBy(event: MouseEvent): boolean;
}

export interface CardEvents extends CardActions {
  onEnter: () => void;
  onLeave: (event: PointerEvent) => void;
  /** The focus went out of it by Tab. */
  onTabOut: () => void;
}

/** Makes the card; nothing is added to the page before it is first opened, and nothing stays when it is closed. */
export function createHoverCard(page: Document, events: CardEvents, signal: AbortSignal): HoverCard {
  const host = page.createElement("div");
  claimElement(host);
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  const placement = new CSSStyleSheet();
  root.adoptedStyleSheets = [...[cardStyles, listStyles].map(toSheet), placement];
  const view = createCardView(page, events);
  root.append(view.element);
  keepToItself({ host, card: view.element }, signal);
  host.addEventListener("pointerenter", () => events.onEnter(), { signal });
  host.addEventListener("pointerleave", (event) => events.onLeave(event), { signal });

  let anchor: Anchor | undefined;
  let side: CardPlace["side"] | undefined;
  let beside: Element = page.documentElement;
  let focusedBefore: Element | null = null;
  const place = (): void => {
    if (!anchor || !host.isConnected) return;
    const placed = placementOf({ host, card: view.element }, { anchor, side });
    ({ side } = placed);
    placement.replaceSync(placed.style);
    view.setSide(side);
  };
  const resizes = new ResizeObserver(place);
  const putIn = (): void => {
    const layer = layerOf(beside);
    if (host.parentNode !== layer) layer.append(host);
    if (!host.matches(":popover-open")) host.showPopover();
  };
  const close = (): void => {
    const hadFocus = root.activeElement !== null;
    resizes.disconnect();
    host.remove();
    view.stop();
    anchor = undefined;
    if (hadFocus) giveBack(focusedBefore);
    focusedBefore = null;
  };
  view.element.addEventListener(
    "focusin",
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Element && !root.contains(relatedTarget)) focusedBefore = relatedTarget;
    },
    { signal },
  );
  watchCardKeys(
    view.element,
    {
      onEscape: () => view.closeList() || events.onClose(),
      onTabOut(event) {
        // Forwards the browser goes on from where the focus was; backwards that is where it goes.
        if (event.shiftKey) event.preventDefault();
        giveBack(focusedBefore);
        events.onTabOut();
      },
    },
    signal,
  );
  signal.addEventListener("abort", close);
  return {
    get isOpen() {
      return host.isConnected;
    },
    get hasFocus() {
      return root.activeElement !== null;
    },
    open(state, next) {
      ({ anchor, beside } = next);
      side = undefined;
      view.begin(state);
      putIn();
      place();
      resizes.observe(view.element);
    },
    update(state) {
      if (!anchor) return;
      view.show(state);
      // The page may have closed the dialog that the card was in, or swept the card away with what it stood beside.
      if (!host.checkVisibility()) putIn();
      // Not a frame later: what has grown over the pointer meanwhile would be entered and left.
      place();
    },
    move(next) {
      anchor = next;
      place();
    },
    announce: (sentence) => view.announce(sentence),
    focus: () => view.focus(),
    close,
    // Not by the event's target: that is what the card is in, where that is a component of the page.
    isMetBy: ({ clientX, clientY }) => host.isConnected && contains(host.getBoundingClientRect(), { clientX, clientY }),
  };
}

function toSheet(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

function giveBack(element: Element | null): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}
