import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { QuietHours } from "../platform/quiet-hours.ts";
import { createChannel, type Exchange } from "../platform/messenger.ts";
import type { CardCall } from "./card-call.ts";
import type { CardFailure, CardStep } from "./card-failure.ts";
import type { PageReading } from "./page-finder.ts";
import type { NumberPlace, PageNumbers } from "./page-numbers.ts";

/** What a card shows of a number before it is called: sentences and names, no token and no balance, since the card runs beside strangers' code. */
export interface CardDetails extends CardClock {
  contact: CardContact | undefined;
  price: CardPrice;
}

export interface CardClock {
  /** Where the number rings; none when it belongs to no place. */
  timeZones: readonly string[];
  quietHours: QuietHours | "off";
}

export interface CardContact {
  name: string;
  company: string | undefined;
}

export type CardPrice =
  | { status: "asked" }
  | { status: "known"; perMinute: string; description: string; affordableSeconds: number | null }
  /** Why it is not known: not signed in, no rate, server not reached; and the button that helps. */
  | ({ status: "unknown" } & CardFailure);

/** A number as it is asked to be called. */
export interface CardStart {
  to: E164;
  /** Digits to send after the answer. */
  extension: string | undefined;
}

/** How a frame is to be read. */
export interface Preparation {
  reading: PageReading;
  /** Whether somebody wants to know when its numbers change. */
  isWatched: boolean;
}

/** What is selected in a frame. */
export type SelectedText =
  /** Nothing is, or the person is elsewhere. */
  { kind: "unknown" } | { kind: "no-number" } | { kind: "may-be-number"; text: string };

/** The frame is not to be read: its site or its page's was not chosen, or was left out since. */
export interface LeftOut {
  code: "left_out";
}

/** What the content script asks of the service worker. Whatever it says of a site, it says of its own: the browser names that. */
export interface CardProtocol {
  /** Tells how the page is to be read, and loads the page tools into the asking frame when it has none. */
  prepare: Exchange<{ needsTools: boolean }, Preparation, LeftOut>;
  /** The numbers of the frame are others than before. */
  tellNumbers: Exchange<undefined, { isWanted: boolean }>;
  /** What is selected in the frame by now. */
  tellSelection: Exchange<SelectedText>;
  /** The page is being left, and it may be for one of before its site was chosen. */
  leavePage: Exchange;
  readClock: Exchange<{ number: E164 }, CardClock>;
  readContact: Exchange<{ number: E164 }, { contact: CardContact | undefined }>;
  readPrice: Exchange<{ number: E164 }, CardPrice>;
  startCall: Exchange<CardStart, undefined, CardFailure>;
  /** A card has opened: a call is likely to come. */
  expectCall: Exchange;
  /** Ends the call under way and starts another. */
  replaceCall: Exchange<CardStart, undefined, CardFailure>;
  /** Opens the page on which a failure can be mended. */
  takeStep: Exchange<{ step: CardStep }, undefined, CardFailure>;
  hangUp: Exchange;
  sendDigits: Exchange<{ digits: string }>;
  /** Opens the form for a contact, with the number in it. */
  addContact: Exchange<{ number: E164 }, undefined, CardFailure>;
  /** Remembers in which country's national form the site writes. */
  chooseCountry: Exchange<{ country: CountryCode }>;
  /** Remembers, or takes back, that something on the site is no phone number. */
  setNotNumber: Exchange<{ number: E164; isNumber: boolean }>;
  /** Marks no numbers on the site any more. */
  leaveSite: Exchange;
}

/** What the service worker tells the content script. */
export interface MarksProtocol {
  /** The site is no longer opted in: leave the page as if never there. */
  stop: Exchange;
  /** How pages are to be read has changed, or which: ask whether for this one. */
  askAgain: Exchange;
  /** Say when the numbers change, until nobody wants to know any more. */
  watchNumbers: Exchange;
  readNumbers: Exchange<undefined, PageNumbers>;
  /** Scrolls a number into view and paints it as looked at. */
  pointOutNumber: Exchange<NumberPlace>;
  /** The same, with its card, which reads the sentence out. */
  showNumber: Exchange<NumberPlace & { sentence: string }>;
  /** Goes back to no number: another frame's is shown. */
  leaveNumber: Exchange;
}

export const cardChannel = createChannel<CardProtocol>("service-worker", "card");
/** What the service worker tells the dialer, if one is open. */
interface PageListProtocol {
  /** The numbers of a tab are others than before, or may be. */
  numbersChanged: Exchange<{ tabId: number }>;
}

export const pageListChannel = createChannel<PageListProtocol>("dialer", "page-list");
export const marksChannel = createChannel<MarksProtocol>("page", "marks");

/** The name of the port over which an open card is told of the call, one CardCall a message. */
export const cardCallPortName = "card-call";

export type { CardCall };
