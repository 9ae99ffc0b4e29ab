import type { CardCall } from "./card-call.ts";
import type { CardClient } from "./card-client.ts";
import { calling, failureOn, isPinned, refused, withCall, type CardState } from "./card-state.ts";
import { isClaimedByPage, isPlainlyVisible } from "./claimed-click.ts";
import { Delay } from "./delay.ts";
import type { Highlighter } from "./highlighter.ts";
import { hitAt, type Hit, type Point } from "./hit-test.ts";
import { createHoverCard, type HoverCard } from "./hover-card.ts";
import type { CallableNumber } from "./mark.ts";
import { watchGestures } from "./page-gestures.ts";
import type { PageScanner } from "./page-scanner.ts";

export interface CardSessionParts {
  client: CardClient;
  highlighter: Highlighter;
  scanner: PageScanner;
}

const openAfterMs = 220;
const closeAfterMs = 320;
/** A second click within this time selects the word, so the first was no wish to call. */
const doubleClickMs = 300;

/** Opens the card over the number pointed at, and calls it when it is clicked. */
export function createCardSession(page: Window, parts: CardSessionParts, signal: AbortSignal): void {
  const session = new CardSession(page, parts, signal);
  watchGestures(page, session, signal);
}

class CardSession {
  readonly #page: Window;
  readonly #parts: CardSessionParts;
  readonly #signal: AbortSignal;
  readonly #card: HoverCard;
  readonly #opening: Delay;
  readonly #closing: Delay;
  readonly #calling: Delay;
  #hit: Hit | undefined;
  #state: CardState | undefined;
  #watching: AbortController | undefined;

  constructor(page: Window, parts: CardSessionParts, signal: AbortSignal) {
    this.#page = page;
    this.#parts = parts;
    this.#signal = signal;
    this.#opening = new Delay(signal);
    this.#closing = new Delay(signal);
    this.#calling = new Delay(signal);
    this.#card = createHoverCard(
      page.document,
      {
        onEnter: () => this.#closing.cancel(),
        onLeave: () => this.#closeSoon(),
        onCall: () => this.#state && void this.#call(this.#state),
        onStep: () => this.#takeStep(),
        onHangUp: () => void parts.client.hangUp(),
        onSendExtension: () => this.#sendExtension(),
        onClose: () => this.close(),
      },
      signal,
    );
    signal.addEventListener("abort", () => this.#watching?.abort());
  }

  onPoint(event: PointerEvent): void {
    if (event.pointerType !== "mouse" || this.#card.contains(event.target)) return;
    const hit = this.#hitAt(event);
    if (hit && this.#hit && isSameHit(hit, this.#hit)) {
      if (this.#card.isOpen) this.#closing.cancel();
      return;
    }
    if (!hit) return this.onLeavePage();
    if (this.#state && isPinned(this.#state)) return;
    this.#point(hit);
    this.#opening.start(() => this.#open(hit), openAfterMs);
  }

  onLeavePage(): void {
    this.#opening.cancel();
    if (this.#card.isOpen) this.#closeSoon();
    else this.#forgetHit();
  }

  onPress(event: PointerEvent): void {
    this.#calling.cancel();
    if (this.#card.isOpen && !this.#card.contains(event.target) && !this.#hitAt(event)) this.close();
  }

  onPlainClick(event: MouseEvent): void {
    const hit = this.#hitAt(event);
    if (!hit || event.detail > 1) return;
    if (hit.kind === "tel-link") {
      event.preventDefault();
      this.#callAt(hit);
    } else if (!isClaimedByPage(hit.element) && isPlainlyVisible(hit.element)) {
      this.#calling.start(() => this.#callAt(hit), doubleClickMs);
    }
  }

  onEscape(): void {
    this.close();
  }

  onScroll(scrolled: Node): void {
    if (this.#hit && scrolled.contains(this.#hit.range.startContainer)) this.close();
  }

  close(): void {
    this.#opening.cancel();
    this.#closing.cancel();
    this.#watching?.abort();
    this.#state = undefined;
    this.#card.close();
    this.#forgetHit();
  }

  #hitAt(event: MouseEvent): Hit | undefined {
    const { finder, shadowRoots } = this.#parts.scanner;
    const { index, size } = this.#parts.highlighter;
    if (!finder || size === 0) return undefined;
    const point: Point = event;
    return hitAt(this.#page.document, { point, path: event.composedPath() }, { index, finder, shadowRoots });
  }

  #point(hit: Hit): void {
    this.#hit = hit;
    this.#parts.highlighter.setActive(hit.range);
  }

  #forgetHit(): void {
    this.#hit = undefined;
    this.#parts.highlighter.setActive(undefined);
  }

  #closeSoon(): void {
    if (this.#state && isPinned(this.#state)) return;
    this.#closing.start(() => this.close(), closeAfterMs);
  }

  #open(hit: Hit): void {
    this.#closing.cancel();
    this.#point(hit);
    this.#state = { status: "offer", number: hit.number, details: undefined };
    this.#card.open(this.#state, hit.rect);
    this.#watchCall();
    void this.#readDetails(hit.number);
  }

  #callAt(hit: Hit): void {
    if (this.#state && isPinned(this.#state)) return;
    this.#opening.cancel();
    if (!this.#hit || !isSameHit(hit, this.#hit) || !this.#card.isOpen) this.#open(hit);
    if (this.#state) void this.#call(this.#state);
  }

  async #call(state: CardState): Promise<void> {
    const { number } = state;
    this.#show(calling(state, Date.now()));
    const started = await this.#parts.client.startCall(number.e164);
    if (!started.ok && this.#state?.number === number) this.#show(refused(this.#state, started.error));
  }

  #takeStep(): void {
    const wayOut = this.#state && failureOn(this.#state)?.wayOut;
    if (wayOut && wayOut.step !== "call_again") void this.#parts.client.takeStep(wayOut.step);
  }

  #sendExtension(): void {
    const digits = this.#state?.number.extension;
    if (digits) void this.#parts.client.sendDigits(digits);
  }

  #watchCall(): void {
    this.#watching?.abort();
    this.#watching = new AbortController();
    this.#parts.client.watchCall((call) => this.#handleCall(call), AbortSignal.any([this.#watching.signal, this.#signal]));
  }

  #handleCall(call: CardCall): void {
    if (!this.#state) return;
    this.#show(withCall(this.#state, call));
  }

  async #readDetails(number: CallableNumber): Promise<void> {
    const details = await this.#parts.client.readDetails(number.e164);
    if (this.#state?.number === number) this.#show({ ...this.#state, details });
  }

  #show(state: CardState): void {
    this.#state = state;
    this.#card.update(state);
  }
}

function isSameHit(one: Hit, other: Hit): boolean {
  return (
    one.number.e164 === other.number.e164 &&
    one.range.startContainer === other.range.startContainer &&
    one.range.startOffset === other.range.startOffset
  );
}
