import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { browser } from "wxt/browser";
import { isMessengerFailure } from "../platform/messenger.ts";
import type { CardFailure, CardStep } from "./card-failure.ts";
import { cardCallPortName, cardChannel, type CardCall, type CardDetails } from "./card-messages.ts";

/** The service worker as a card sees it. */
export interface CardClient {
  /** Brings the page tools into this frame; undefined when the extension is gone or refuses. */
  prepare(): Promise<{ userCountry: CountryCode } | undefined>;
  readDetails(number: E164): Promise<CardDetails>;
  startCall(to: E164): Promise<Result<undefined, CardFailure>>;
  takeStep(step: CardStep): Promise<void>;
  hangUp(): Promise<void>;
  sendDigits(digits: string): Promise<void>;
  /** Calls back with the call as it stands and at every change, until the signal aborts. */
  watchCall(listener: (call: CardCall) => void, signal: AbortSignal): void;
}

const gone = "Ringback was updated or switched off. Load this page again to call from it.";

export function createCardClient(): CardClient {
  return {
    async prepare() {
      const prepared = await cardChannel.send("prepare");
      return prepared.ok ? prepared.value : undefined;
    },
    async readDetails(number) {
      const details = await cardChannel.send("readDetails", { number });
      return details.ok ? details.value : { status: "unknown", contactName: undefined, message: gone };
    },
    async startCall(to) {
      const started = await cardChannel.send("startCall", { to });
      if (started.ok) return ok(undefined);
      return err(isMessengerFailure(started.error) ? { message: gone, wayOut: undefined } : started.error);
    },
    async takeStep(step) {
      await cardChannel.send("takeStep", { step });
    },
    async hangUp() {
      await cardChannel.send("hangUp");
    },
    async sendDigits(digits) {
      await cardChannel.send("sendDigits", { digits });
    },
    watchCall,
  };
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
