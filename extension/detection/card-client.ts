import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { browser } from "wxt/browser";
import { isMessengerFailure, type MessengerFailure } from "../platform/messenger.ts";
import type { CardFailure, CardStep } from "./card-failure.ts";
import {
  cardCallPortName,
  cardChannel,
  type CardCall,
  type CardDetails,
  type CardStart,
  type LeftOut,
  type Preparation,
  type SelectedText,
} from "./card-messages.ts";

type Outcome = Promise<Result<undefined, CardFailure>>;

/** The service worker as a card sees it. */
export interface CardClient {
  /**
   * How the page is to be read, or that it is not to be; brings the page tools into this frame if asked to. Undefined when nobody
   * answers.
   */
  prepare(asked: { needsTools: boolean }): Promise<Preparation | LeftOut | undefined>;
  /** Says that the frame's numbers are others now. Gives whether to go on saying so. */
  tellNumbers(): Promise<boolean>;
  /** Says what is selected. */
  tellSelection(selected: SelectedText): Promise<void>;
  /** Says that the page is being left. */
  leavePage(): Promise<void>;
  /** Calls back with each part of what is known of a number, as it becomes known. */
  readDetails(number: E164, onKnown: (known: Partial<CardDetails>) => void): void;
  /** Says that a number is looked at, and may be called in a moment. Which one it is is not said. */
  expectCall(): void;
  startCall(start: CardStart): Outcome;
  replaceCall(start: CardStart): Outcome;
  takeStep(step: CardStep): Outcome;
  hangUp(): Promise<void>;
  sendDigits(digits: string): Promise<void>;
  addContact(number: E164): Outcome;
  chooseCountry(country: CountryCode): Outcome;
  setNotNumber(said: { number: E164; isNumber: boolean }): Outcome;
  leaveSite(): Outcome;
  /** Calls back with the call as it stands and at every change, until the signal aborts. */
  watchCall(listener: (call: CardCall) => void, signal: AbortSignal): void;
}

/** The extension is out of the page's reach. */
const goneFailure: CardFailure = { message: undefined, wayOut: undefined };

export function createCardClient(): CardClient {
  return {
    async prepare(asked) {
      const prepared = await cardChannel.send("prepare", asked);
      if (prepared.ok) return prepared.value;
      return prepared.error.code === "left_out" ? prepared.error : undefined;
    },
    async tellNumbers() {
      const told = await cardChannel.send("tellNumbers");
      return told.ok && told.value.isWanted;
    },
    async tellSelection(selected) {
      await cardChannel.send("tellSelection", selected);
    },
    async leavePage() {
      await cardChannel.send("leavePage");
    },
    readDetails(number, onKnown) {
      void cardChannel.send("readClock", { number }).then((clock) => clock.ok && onKnown(clock.value));
      void cardChannel.send("readContact", { number }).then((contact) => contact.ok && onKnown(contact.value));
      void cardChannel
        .send("readPrice", { number })
        .then((price) => onKnown({ price: price.ok ? price.value : { status: "unknown", ...goneFailure } }));
    },
    expectCall: () => void cardChannel.send("expectCall"),
    startCall: (start) => outcomeOf(cardChannel.send("startCall", start)),
    replaceCall: (start) => outcomeOf(cardChannel.send("replaceCall", start)),
    takeStep: (step) => outcomeOf(cardChannel.send("takeStep", { step })),
    async hangUp() {
      await cardChannel.send("hangUp");
    },
    async sendDigits(digits) {
      await cardChannel.send("sendDigits", { digits });
    },
    addContact: (number) => outcomeOf(cardChannel.send("addContact", { number })),
    chooseCountry: (country) => outcomeOf(cardChannel.send("chooseCountry", { country })),
    setNotNumber: (said) => outcomeOf(cardChannel.send("setNotNumber", said)),
    leaveSite: () => outcomeOf(cardChannel.send("leaveSite")),
    watchCall,
  };
}

async function outcomeOf(sent: Promise<Result<undefined, CardFailure | MessengerFailure>>): Outcome {
  const outcome = await sent;
  if (outcome.ok) return ok(undefined);
  return err(isMessengerFailure(outcome.error) ? { message: undefined, wayOut: undefined } : outcome.error);
}

function watchCall(listener: (call: CardCall) => void, signal: AbortSignal): void {
  // Undefined once the extension was updated: this page then keeps the old script, cut off from it.
  if (signal.aborted || browser.runtime?.id === undefined) return;
  const port = browser.runtime.connect({ name: cardCallPortName });
  const stop = (): void => port.disconnect();
  port.onMessage.addListener((call) => listener(call as CardCall));
  port.onDisconnect.addListener(() => {
    signal.removeEventListener("abort", stop);
    // The browser may stop the service worker at any time; to connect again starts it.
    watchCall(listener, signal);
  });
  signal.addEventListener("abort", stop, { once: true });
}
