import { i18n } from "#i18n";
import { countryCodeSchema, e164Schema, type E164 } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { browser, type Browser } from "wxt/browser";
import { z } from "zod";
import type { ApiFailure } from "../platform/api-failure.ts";
import type { Sender } from "../platform/messenger.ts";
import { toCardCall, type CallOnCard } from "./card-call.ts";
import { readClock, readContact, readPrice } from "./card-details.ts";
import { cardSteps, type CardFailure, type CardStep } from "./card-failure.ts";
import { cardCallPortName, cardChannel, type CardStart, type SelectedText } from "./card-messages.ts";
import { isWatched } from "./numbers-watch.ts";
import { originOf } from "./page-site.ts";
import { prepareFrame } from "./prepare-frame.ts";
import { leaveSite } from "./site-access.ts";
import { bringInNextPage } from "./sync-tab.ts";
import { chooseCountry, setNotNumber } from "./write-site-choices.ts";

const digitsSchema = z.string().regex(/^[\d*#w]{1,32}$/);
const prepareRequest = z.object({ needsTools: z.boolean() });
const numberRequest = z.object({ number: e164Schema });
const startRequest = z.object({ to: e164Schema, extension: digitsSchema.optional() });
const stepRequest = z.object({ step: z.enum(cardSteps) });
const digitsRequest = z.object({ digits: digitsSchema });
const countryRequest = z.object({ country: countryCodeSchema });
const selectionRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unknown") }),
  z.object({ kind: z.literal("no-number") }),
  z.object({ kind: z.literal("may-be-number"), text: z.string().max(200) }),
]);
const notNumberRequest = z.object({ number: e164Schema, isNumber: z.boolean() });

/** The call, and the pages of the extension, as cards need them of whoever hosts them. */
export interface CardCalls {
  /** Opens the way for a call that is likely to come. */
  prepare(): Promise<void>;
  start(call: CardStart): Promise<Result<undefined, CardFailure>>;
  /** Ends the call under way, if there is one, and starts another. */
  replace(call: CardStart): Promise<Result<undefined, CardFailure>>;
  hangUp(): Promise<void>;
  sendDigits(digits: string): Promise<void>;
  /** Opens the page on which a failure can be mended. */
  takeStep(step: CardStep): Promise<void>;
  /** Opens the form for a contact, with the number in it. */
  addContact(number: E164): Promise<void>;
  /** Why the server did not answer, in words. */
  tellFailure: (failure: ApiFailure) => string;
  readSnapshot(): Promise<{ state: CallOnCard }>;
  /** Calls back with every new snapshot until the signal aborts. */
  watch(listener: (snapshot: { state: CallOnCard }) => void, signal: AbortSignal): void;
}

/** What frames tell besides what their cards do. */
export interface FrameNews {
  /** The numbers of a frame have changed. */
  onNumbers: (sender: Sender) => void;
  /** Something else is selected in a frame. */
  onSelection: (selected: SelectedText, sender: Sender) => Promise<void>;
}

/**
 * Answers the cards on pages; runs in the service worker, and is called as soon as that starts. A content script shares its process
 * with a stranger's page, so what it asks is parsed, and it gets only what a card shows.
 */
export function hostCards(calls: CardCalls, { onNumbers, onSelection }: FrameNews): void {
  cardChannel.serveContentScripts({
    prepare: (request, sender) => prepareFrame(prepareRequest.parse(request), sender),
    async tellNumbers(_request, sender) {
      onNumbers(sender);
      return ok({ isWanted: await isWatched(sender) });
    },
    tellSelection: (request, sender) => carriedOut(onSelection(selectionRequest.parse(request), sender)),
    leavePage: (_request, sender) => carriedOut(Promise.resolve(bringInNextPage(sender))),
    readClock: async (request) => ok(await readClock(numberRequest.parse(request).number)),
    readContact: async (request) => ok({ contact: await readContact(numberRequest.parse(request).number) }),
    readPrice: async (request) => ok(await readPrice(numberRequest.parse(request).number, calls.tellFailure)),
    expectCall: (_request, { tab }) => carriedOut(tab?.active === true ? calls.prepare() : Promise.resolve()),
    startCall: (request, sender) => inFront(sender, () => calls.start(toStart(request))),
    replaceCall: (request, sender) => inFront(sender, () => calls.replace(toStart(request))),
    takeStep: (request, sender) => inFront(sender, () => carriedOut(calls.takeStep(stepRequest.parse(request).step))),
    hangUp: () => carriedOut(calls.hangUp()),
    sendDigits: (request) => carriedOut(calls.sendDigits(digitsRequest.parse(request).digits)),
    addContact: (request, sender) => inFront(sender, () => carriedOut(calls.addContact(numberRequest.parse(request).number))),
    chooseCountry: (request, sender) => carriedOut(chooseCountry(sender, countryRequest.parse(request))),
    setNotNumber: (request, sender) => carriedOut(setNotNumber(sender, notNumberRequest.parse(request))),
    async leaveSite(_request, sender) {
      const origin = originOf(sender);
      if (origin) await leaveSite(origin);
      return ok(undefined);
    },
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === cardCallPortName && port.sender?.id === browser.runtime.id) tellOfCall(port, calls);
  });
}

function toStart(request: unknown): CardStart {
  const { to, extension } = startRequest.parse(request);
  return { to, extension };
}

const notInFront: CardFailure = {
  message: i18n.t("card.notInFront"),
  wayOut: undefined,
};

// A page in the background has nobody who could have clicked on it.
async function inFront(
  { tab }: Sender,
  act: () => Promise<Result<undefined, CardFailure>>,
): Promise<Result<undefined, CardFailure>> {
  return tab?.active === true ? act() : err(notInFront);
}

async function carriedOut(work: Promise<unknown>): Promise<Result<undefined, never>> {
  await work;
  return ok(undefined);
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
