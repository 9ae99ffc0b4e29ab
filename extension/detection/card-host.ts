import { e164Schema, type E164 } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { browser, type Browser } from "wxt/browser";
import { z } from "zod";
import type { Sender } from "../platform/messenger.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { toCardCall, type CallOnCard } from "./card-call.ts";
import { readCardDetails } from "./card-details.ts";
import { cardSteps, type CardFailure, type CardStep } from "./card-failure.ts";
import { cardCallPortName, cardChannel } from "./card-messages.ts";

const numberRequest = z.object({ number: e164Schema });
const startRequest = z.object({ to: e164Schema });
const stepRequest = z.object({ step: z.enum(cardSteps) });
const digitsRequest = z.object({ digits: z.string().regex(/^[\d*#w]{1,32}$/) });

/** The call, as cards need it of whoever hosts it. */
export interface CardCalls {
  start(call: { to: E164 }): Promise<Result<undefined, CardFailure>>;
  hangUp(): Promise<void>;
  sendDigits(digits: string): Promise<void>;
  /** Opens the page on which a failure can be mended. */
  takeStep(step: CardStep): void;
  readSnapshot(): Promise<{ state: CallOnCard }>;
  /** Calls back with every new snapshot until the signal aborts. */
  watch(listener: (snapshot: { state: CallOnCard }) => void, signal: AbortSignal): void;
}

/**
 * Answers the cards on pages; runs in the service worker, and is called as soon as that starts. A content script shares its process
 * with a stranger's page, so what it asks is parsed, and it gets only what a card shows.
 */
export function hostCards(calls: CardCalls): void {
  cardChannel.serveContentScripts({
    async prepare(_request, sender) {
      await loadTools(sender);
      return ok({ userCountry: (await settingsStore.read()).defaultCountry });
    },
    readDetails: async (request) => ok(await readCardDetails(numberRequest.parse(request).number)),
    async startCall(request, sender) {
      const { to } = startRequest.parse(request);
      return isInFront(sender) ? calls.start({ to }) : err(notInFront);
    },
    takeStep(request, sender) {
      const { step } = stepRequest.parse(request);
      if (!isInFront(sender)) return Promise.resolve(err(notInFront));
      calls.takeStep(step);
      return Promise.resolve(ok(undefined));
    },
    async hangUp() {
      await calls.hangUp();
      return ok(undefined);
    },
    async sendDigits(request) {
      await calls.sendDigits(digitsRequest.parse(request).digits);
      return ok(undefined);
    },
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === cardCallPortName && port.sender?.id === browser.runtime.id) tellOfCall(port, calls);
  });
}

const notInFront: CardFailure = {
  message: "Calls start from the tab in front only. Click the number again.",
  wayOut: undefined,
};

// A page in the background has nobody who could have clicked on it.
function isInFront(sender: Sender): boolean {
  return sender.tab?.active === true;
}

/**
 * The phone library weighs five times as much as everything else, so it comes only into frames where a number may be, and
 * from here: a script that a page could load by its address would tell the page who is reading it.
 */
async function loadTools({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ["/page-tools.js"] });
}

function tellOfCall(port: Browser.runtime.Port, calls: CardCalls): void {
  const untilClosed = new AbortController();
  port.onDisconnect.addListener(() => untilClosed.abort());
  const tell = ({ state }: { state: CallOnCard }): void => {
    if (!untilClosed.signal.aborted) port.postMessage(toCardCall(state));
  };
  calls.watch(tell, untilClosed.signal);
  void calls.readSnapshot().then(tell);
}
