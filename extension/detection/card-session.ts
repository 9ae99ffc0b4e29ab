import { isClaimedByPage, isPlainlyVisible } from "./claimed-click.ts";
import { Delay } from "./delay.ts";
import { hitAt, hitOnMark, hitOnTelLink, isSameHit, type Hit, type Point } from "./hit-test.ts";
import { isAround } from "./is-around.ts";
import type { Mark } from "./mark.ts";
import { OpenCard, type OpenCardParts } from "./open-card.ts";
import { watchGestures, type GestureHandlers } from "./page-gestures.ts";
import type { PageScanner } from "./page-scanner.ts";
import { isTelLink } from "./tel-scheme.ts";

export interface CardSessionParts extends OpenCardParts {
  scanner: PageScanner;
}

/** The cards of a page, for whoever goes through its numbers by keyboard. */
export interface PageCards {
  /**
   * Shows the card of a number, which stands in view, and reads a sentence out: "3 of 12". The focus stays where it is; Enter and
   * Tab go into the card, Escape closes it and gives the focus back.
   */
  show(mark: Mark, sentence: string): void;
  close(): void;
}

const openAfterMs = 220;
const closeAfterMs = 320;
/** A second click within this time selects the word, so the first was no wish to call. */
const doubleClickMs = 300;

/** Opens the card over the number pointed at, and calls it when it is clicked. */
export function createCardSession(page: Window, parts: CardSessionParts, signal: AbortSignal): PageCards {
  const session = new CardSession(page, parts, signal);
  watchGestures(page, session, signal);
  return session;
}

/** How a card came to be opened, which is how it goes away again. */
type OpenedBy = "pointer" | "focus" | "step";

class CardSession implements GestureHandlers, PageCards {
  readonly #page: Window;
  readonly #parts: CardSessionParts;
  readonly #card: OpenCard;
  readonly #opening: Delay;
  readonly #closing: Delay;
  readonly #calling: Delay;
  /** What is painted as looked at, with its card or before it. */
  #looked: Hit | undefined;
  #openedBy: OpenedBy = "pointer";
  #pressed: Hit | undefined;
  #isFollowing = false;

  constructor(page: Window, parts: CardSessionParts, signal: AbortSignal) {
    this.#page = page;
    this.#parts = parts;
    this.#opening = new Delay(signal);
    this.#closing = new Delay(signal);
    this.#calling = new Delay(signal);
    const events = {
      onEnter: () => this.#closing.cancel(),
      onLeave: (event: PointerEvent) => {
        if (!this.#isLooked(this.#hitAt(event))) this.#closeSoon();
      },
      onTabOut: () => this.#closeSoon(),
      onClose: () => this.close(),
      onReadAnew: (hit: Hit) => this.#lookAt(hit),
    };
    this.#card = new OpenCard(page.document, parts, events, signal);
  }

  show(mark: Mark, sentence: string): void {
    const hit = hitOnMark(mark);
    if (!hit) return;
    this.close();
    this.#open(hit, { by: "step" });
    this.#card.announce(sentence);
  }

  close(): void {
    this.#opening.cancel();
    this.#closing.cancel();
    this.#card.close();
    this.#lookAt(undefined);
  }

  onPoint(event: PointerEvent): void {
    if (event.pointerType !== "mouse" || this.#card.isMetBy(event)) return;
    const hit = this.#hitAt(event);
    if (!hit) return this.onLeavePage();
    if (this.#isLooked(hit)) return this.#closing.cancel();
    if (this.#card.isHeld) return;
    const { clientX, clientY } = event;
    this.#lookAt(hit);
    this.#opening.start(() => this.#open(hit, { by: "pointer", point: { clientX, clientY } }), openAfterMs);
  }

  onLeavePage(): void {
    this.#opening.cancel();
    if (!this.#card.isOpen) this.#lookAt(undefined);
    else if (this.#openedBy === "pointer") this.#closeSoon();
  }

  onPress(event: PointerEvent): void {
    this.#calling.cancel();
    const isOnCard = this.#card.isMetBy(event);
    this.#pressed = isOnCard ? undefined : this.#hitAt(event);
    // Its card has said so when it opened; but that may be long ago, or a press may be quicker.
    if (this.#pressed && event.button === 0) this.#parts.client.expectCall();
    if (this.#card.isOpen && !isOnCard && !this.#pressed) this.close();
  }

  onPlainClick(event: MouseEvent): void {
    // A link in the card's place is not pressed through it.
    const hit = event.detail > 0 && this.#card.isMetBy(event) ? undefined : this.#hitAt(event);
    if (!hit || event.detail > 1 || !this.#isMeant(hit, event)) return;
    if (hit.kind === "tel-link") {
      event.preventDefault();
      this.#callAt(hit, event);
    } else if (!isClaimedByPage(hit.element) && isPlainlyVisible(hit.element)) {
      this.#calling.start(() => this.#callAt(hit, event), doubleClickMs);
    }
  }

  onKey(event: KeyboardEvent): void {
    if (this.#card.hasFocus) return;
    if (event.key === "Escape") {
      this.#opening.cancel();
      if (!this.#card.isOpen) return;
      this.close();
    } else if (this.#openedBy === "step" && this.#card.isOpen && leadsIntoCard(event)) {
      this.#card.focus();
    } else return;
    // The page would close its own dialog as well, or move the focus on.
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  onKeyboardFocus(element: Element): void {
    if (this.#card.isHeld) return;
    const { finder, highlighter } = this.#parts;
    const found = finder();
    const hit = found && isTelLink(element) ? hitOnTelLink(element, { index: highlighter.index, finder: found }) : undefined;
    if (hit) {
      this.#lookAt(hit);
      this.#opening.start(() => this.#open(hit, { by: "focus" }), openAfterMs);
    } else if (this.#openedBy === "focus") this.close();
  }

  onScroll(scrolled: Node): void {
    if (this.#looked && isAround(scrolled, this.#looked.range.startContainer)) this.#handleMove();
  }

  onLeave(): void {
    this.#calling.cancel();
    this.close();
  }

  onResize(): void {
    if (this.#looked) this.#handleMove();
  }

  /** The number has gone elsewhere on the screen. */
  #handleMove(): void {
    if (!this.#card.isHeld && this.#openedBy === "pointer") return this.close();
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    this.#page.requestAnimationFrame(() => {
      this.#isFollowing = false;
      this.#card.follow();
    });
  }

  #hitAt(event: MouseEvent): Hit | undefined {
    const { scanner, highlighter } = this.#parts;
    const finder = this.#parts.finder();
    if (!finder || highlighter.size === 0) return undefined;
    const { index } = highlighter;
    const { shadowRoots } = scanner;
    return hitAt(this.#page.document, { point: event, path: event.composedPath() }, { index, finder, shadowRoots });
  }

  #isLooked(hit: Hit | undefined): boolean {
    return hit !== undefined && this.#looked !== undefined && isSameHit(hit, this.#looked);
  }

  // A page that slips a number under the pointer between press and release does not get it called. Keys have no press.
  #isMeant(hit: Hit, { detail }: MouseEvent): boolean {
    return detail === 0 || (this.#pressed !== undefined && isSameHit(hit, this.#pressed));
  }

  #lookAt(hit: Hit | undefined): void {
    this.#looked = hit;
    this.#parts.highlighter.setActive(hit?.range);
  }

  #closeSoon(): void {
    this.#closing.start(() => {
      // A call may have begun meanwhile.
      if (!this.#card.isHeld) this.close();
    }, closeAfterMs);
  }

  #open(hit: Hit, { by, point }: { by: OpenedBy; point?: Point }): void {
    this.#opening.cancel();
    this.#closing.cancel();
    this.#lookAt(hit);
    this.#openedBy = by;
    this.#card.open(hit, point);
  }

  #callAt(hit: Hit, { clientX, clientY }: Point): void {
    if (this.#card.isHeld && this.#card.isOf(hit)) return;
    this.#opening.cancel();
    if (!this.#card.isOf(hit)) this.#open(hit, { by: "pointer", point: { clientX, clientY } });
    void this.#card.call();
  }
}

function leadsIntoCard({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (key === "Enter" || key === "Tab") && !ctrlKey && !metaKey && !altKey && !shiftKey;
}
