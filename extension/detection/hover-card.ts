import type { CardState } from "./card-state.ts";
import { createCardView, type CardActions } from "./card-view.ts";
import styles from "./hover-card.css?inline";
import { claimElement } from "./own-element.ts";
import { placeCard, type Box } from "./place-card.ts";

/** The one card of a page: a popover in a closed shadow root, so that neither the page's style nor its code gets in. */
export interface HoverCard {
  readonly isOpen: boolean;
  /** Shows a state beside a place on the screen. */
  open(state: CardState, anchor: Box): void;
  /** Shows another state in the same place. */
  update(state: CardState): void;
  close(): void;
  contains(target: EventTarget | null): boolean;
}

export interface CardEvents extends CardActions {
  onEnter(): void;
  onLeave(): void;
}

/** Makes the card; nothing is added to the page before it is first opened, and nothing stays when it is closed. */
export function createHoverCard(page: Document, events: CardEvents, signal: AbortSignal): HoverCard {
  const host = page.createElement("div");
  claimElement(host);
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const view = createCardView(page, events);
  root.append(view.element);
  keepToItself(host, signal);
  host.addEventListener("pointerenter", () => events.onEnter(), { signal });
  host.addEventListener("pointerleave", () => events.onLeave(), { signal });

  let anchor: Box | undefined;
  const place = (): void => {
    if (!anchor) return;
    const { left, top, side } = placeCard({
      anchor,
      card: { width: host.offsetWidth, height: host.offsetHeight },
      view: { width: page.documentElement.clientWidth, height: page.documentElement.clientHeight || innerHeight },
    });
    sheet.replaceSync(`${styles}\n:host { left: ${Math.round(left)}px !important; top: ${Math.round(top)}px !important; }`);
    view.setSide(side);
  };
  const close = (): void => {
    host.remove();
    view.stop();
    anchor = undefined;
  };
  signal.addEventListener("abort", close);
  return {
    get isOpen() {
      return host.isConnected;
    },
    open(state, newAnchor) {
      anchor = newAnchor;
      view.show(state);
      const parent = topDialog(page) ?? page.documentElement;
      if (host.parentElement !== parent) parent.append(host);
      if (!host.matches(":popover-open")) host.showPopover();
      place();
    },
    update(state) {
      if (!host.isConnected) return;
      view.show(state);
      place();
    },
    close,
    contains: (target) => target === host,
  };
}

// Everything outside an open modal dialog is inert, so the card goes inside.
function topDialog(page: Document): Element | undefined {
  return Array.from(page.querySelectorAll("dialog:modal")).at(-1);
}

// A click on the card is none of the page's business: many a page closes its menus and dialogs on any click elsewhere.
function keepToItself(host: HTMLElement, signal: AbortSignal): void {
  for (const type of [
    "pointerdown",
    "pointerup",
    "mousedown",
    "mouseup",
    "click",
    "dblclick",
    "contextmenu",
    "keydown",
    "keyup",
    "focusin",
  ]) {
    host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
  // Focus stays where the person is working.
  host.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
}
