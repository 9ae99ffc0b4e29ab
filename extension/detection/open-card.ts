import type { CountryCode } from "#shared/phone-number.ts";
import type { CardClient } from "./card-client.ts";
import {
  calling,
  dismissed,
  failureOn,
  hindered,
  isPinned,
  knowing,
  misread,
  offering,
  refused,
  withCall,
  type CardState,
} from "./card-state.ts";
import { copyText } from "./copy-text.ts";
import { anchorOfHit, hitAgain, isSameHit, type Hit, type Point } from "./hit-test.ts";
import { createHoverCard, type HoverCard } from "./hover-card.ts";
import type { Highlighter } from "./highlighter.ts";
import type { PageFinder } from "./page-finder.ts";

export interface OpenCardParts {
  client: CardClient;
  highlighter: Highlighter;
  /** What the page's numbers are found with as of now. */
  finder: () => PageFinder | undefined;
  /** Has the page read anew where the person has changed how; resolves when it was. */
  readAnew: () => Promise<void>;
}

interface OpenCardEvents {
  onEnter: () => void;
  onLeave: (event: PointerEvent) => void;
  onTabOut: () => void;
  /** It is to be closed, by whoever knows what else that ends. */
  onClose: () => void;
  /** In the place of its number another one is read now. */
  onReadAnew: (hit: Hit) => void;
}

/** The card of the number that is looked at: what it shows, and what is done from it. */
export class OpenCard {
  readonly #parts: OpenCardParts;
  readonly #signal: AbortSignal;
  readonly #events: OpenCardEvents;
  readonly #card: HoverCard;
  #hit: Hit | undefined;
  #state: CardState | undefined;
  #watching: AbortController | undefined;

  constructor(page: Document, parts: OpenCardParts, events: OpenCardEvents, signal: AbortSignal) {
    const { client } = parts;
    this.#parts = parts;
    this.#events = events;
    this.#signal = signal;
    this.#card = createHoverCard(
      page,
      {
        ...events,
        onCall: () => void this.call(),
        onStep: () => void this.#takeStep(),
        onHangUp: () => void client.hangUp(),
        onSendExtension: () => void (this.#state?.number.extension && client.sendDigits(this.#state.number.extension)),
        onChooseCountry: (country) => void this.#chooseCountry(country),
        onCopy: async () => this.#state !== undefined && copyText(page, this.#state.number.e164),
        onAddContact: () => void this.#attempt(({ e164 }) => client.addContact(e164)),
        onNotNumber: () => void this.#setNotNumber(),
        onUndo: () => void this.#setNumber(),
        onLeaveSite: () => void this.#attempt(() => client.leaveSite()),
      },
      signal,
    );
    signal.addEventListener("abort", () => this.#watching?.abort());
  }

  get isOpen(): boolean {
    return this.#card.isOpen;
  }

  /** Whether it stays though nobody points at it: it shows a call, or somebody works in it. */
  get isHeld(): boolean {
    return this.#card.isOpen && (this.#card.hasFocus || (this.#state !== undefined && isPinned(this.#state)));
  }

  isOf(hit: Hit): boolean {
    return this.#card.isOpen && this.#hit !== undefined && isSameHit(hit, this.#hit);
  }

  get hasFocus(): boolean {
    return this.#card.hasFocus;
  }

  isMetBy(event: MouseEvent): boolean {
    return this.#card.isMetBy(event);
  }

  /** Shows a number's card beside it; nowhere when the page has taken the number away. */
  open(hit: Hit, point?: Point): void {
    const anchor = anchorOfHit(hit, point);
    const reason = this.#parts.finder()?.whyCountry(hit.number, hit.written);
    if (!anchor || !reason) return;
    this.#hit = hit;
    this.#state = offering(hit.number, reason);
    this.#card.open(this.#state, { anchor, beside: hit.element });
    this.#parts.client.expectCall();
    this.#watchCall();
    this.#readDetails();
  }

  close(): void {
    this.#watching?.abort();
    this.#state = undefined;
    this.#hit = undefined;
    this.#card.close();
  }

  /** Goes where its number has gone. */
  follow(): void {
    const anchor = this.#hit && anchorOfHit(this.#hit);
    if (anchor) this.#card.move(anchor);
  }

  focus(): void {
    this.#card.focus();
  }

  announce(sentence: string): void {
    this.#card.announce(sentence);
  }

  async call(): Promise<void> {
    if (this.#state) await this.#start(this.#state, (start) => this.#parts.client.startCall(start));
  }

  async #start(state: CardState, start: CardClient["startCall"]): Promise<void> {
    const { number } = state;
    this.#show(calling(state, Date.now()));
    const started = await start({ to: number.e164, extension: number.extension });
    if (!started.ok && this.#state?.number === number) this.#show(refused(this.#state, started.error));
  }

  async #takeStep(): Promise<void> {
    const state = this.#state;
    const step = state && failureOn(state)?.wayOut?.step;
    if (!state || step === undefined || step === "call_again") return;
    const { client } = this.#parts;
    if (step === "replace_call") await this.#start(state, (start) => client.replaceCall(start));
    else await this.#attempt(() => client.takeStep(step));
  }

  async #chooseCountry(chosen: CountryCode): Promise<void> {
    const hit = this.#hit;
    if (!hit || !(await this.#attempt(() => this.#parts.client.chooseCountry(chosen)))) return;
    await this.#parts.readAnew();
    const finder = this.#parts.finder();
    if (this.#hit !== hit || !this.#state || !finder) return;
    const again = hitAgain(hit, { index: this.#parts.highlighter.index, finder });
    if (!again) return this.#show(misread(this.#state, { chosen, written: hit.written }));
    this.#hit = again;
    this.#events.onReadAnew(again);
    this.#show(offering(again.number, finder.whyCountry(again.number, again.written)));
    this.#readDetails();
  }

  async #setNotNumber(): Promise<void> {
    if (!(await this.#attempt(({ e164 }) => this.#parts.client.setNotNumber({ number: e164, isNumber: false })))) return;
    await this.#parts.readAnew();
    if (this.#state) this.#show(dismissed(this.#state));
  }

  async #setNumber(): Promise<void> {
    if (!(await this.#attempt(({ e164 }) => this.#parts.client.setNotNumber({ number: e164, isNumber: true })))) return;
    await this.#parts.readAnew();
    if (this.#state) this.#show({ ...this.#state, status: "offer" });
  }

  /** Does something with the number; says on the card why it could not be done, unless that shows another number by then. */
  async #attempt(act: (number: Hit["number"]) => ReturnType<CardClient["leaveSite"]>): Promise<boolean> {
    const number = this.#state?.number;
    if (!number) return false;
    const outcome = await act(number);
    if (!outcome.ok && this.#state?.number === number) this.#show(hindered(this.#state, outcome.error));
    return outcome.ok;
  }

  #watchCall(): void {
    this.#watching?.abort();
    this.#watching = new AbortController();
    const untilClosed = AbortSignal.any([this.#watching.signal, this.#signal]);
    this.#parts.client.watchCall((call) => this.#state && this.#show(withCall(this.#state, call)), untilClosed);
  }

  #readDetails(): void {
    const number = this.#state?.number;
    if (!number) return;
    this.#parts.client.readDetails(number.e164, (known) => {
      if (this.#state?.number === number) this.#show(knowing(this.#state, known));
    });
  }

  #show(state: CardState): void {
    this.#state = state;
    this.#card.update(state);
  }
}
