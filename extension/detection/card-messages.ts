import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { createChannel, type Exchange } from "../platform/messenger.ts";
import type { CardCall } from "./card-call.ts";
import type { CardFailure, CardStep } from "./card-failure.ts";

/** What a card shows of a number before it is called: sentences and names, no token and no balance, since the card runs beside strangers' code. */
export type CardDetails =
  | { status: "known"; contactName: string | undefined; rate: CardRate }
  /** One sentence with a way out: not signed in, no rate, server not reached. */
  | { status: "unknown"; contactName: string | undefined; message: string };

interface CardRate {
  /** "$0.0140/min" */
  perMinute: string;
  /** "United Kingdom, mobile" */
  description: string;
}

/** What the content script asks of the service worker. */
export interface CardProtocol {
  /** Loads the page tools into the asking frame, and tells the user's country. */
  prepare: Exchange<undefined, { userCountry: CountryCode }>;
  readDetails: Exchange<{ number: E164 }, CardDetails>;
  startCall: Exchange<{ to: E164 }, undefined, CardFailure>;
  /** Opens the page on which a failure can be mended. */
  takeStep: Exchange<{ step: CardStep }, undefined, CardFailure>;
  hangUp: Exchange;
  sendDigits: Exchange<{ digits: string }>;
}

/** What the service worker tells the content script. */
export interface MarksProtocol {
  /** The site is no longer opted in: leave the page as if never there. */
  stop: Exchange;
}

export const cardChannel = createChannel<CardProtocol>("service-worker", "card");
export const marksChannel = createChannel<MarksProtocol>("page", "marks");

/** The name of the port over which an open card is told of the call, one CardCall a message. */
export const cardCallPortName = "card-call";

export type { CardCall };
