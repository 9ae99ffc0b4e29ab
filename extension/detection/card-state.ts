import type { CountryCode } from "#shared/phone-number.ts";
import type { CardCall } from "./card-call.ts";
import type { CardFailure } from "./card-failure.ts";
import type { CardDetails } from "./card-messages.ts";
import type { CountryReason } from "./country-reason.ts";
import type { CallableNumber } from "./mark.ts";

interface AboutNumber {
  number: CallableNumber;
  reason: CountryReason;
  details: CardDetails;
}

/** What the card shows. */
export type CardState =
  | ({ status: "offer" } & AboutNumber)
  | ({ status: "call"; call: Exclude<CardCall, { status: "none" }> } & AboutNumber)
  /** The call could not even be begun. */
  | ({ status: "refused"; failure: CardFailure } & AboutNumber)
  /** Nothing was called, but something else that was asked for could not be done. */
  | ({ status: "hindered"; failure: CardFailure } & AboutNumber)
  /** In the country that was chosen there is no such number, and so none to call. */
  | ({ status: "misread"; chosen: CountryCode; written: string } & AboutNumber)
  /** It was said that this is no number. */
  | ({ status: "dismissed" } & AboutNumber);

/** What is known of a number before anybody was asked. */
const nothingKnown: CardDetails = { contact: undefined, timeZones: [], quietHours: "off", price: { status: "asked" } };

/** The card of a number before anything is done with it. */
export function offering(number: CallableNumber, reason: CountryReason): CardState {
  return { status: "offer", number, reason, details: nothingKnown };
}

/** The card when more has become known of its number. */
export function knowing(state: CardState, known: Partial<CardDetails>): CardState {
  return { ...state, details: { ...state.details, ...known } };
}

/** The card of a number that is being called as of now. */
export function calling(state: CardState, requestedAtMs: number): CardState {
  const call = { status: "initiating", to: state.number.e164, requestedAtMs } as const;
  return { status: "call", ...about(state), call };
}

/** The card of a number that could not be called. */
export function refused(state: CardState, failure: CardFailure): CardState {
  return { status: "refused", ...about(state), failure };
}

/** The card of a number with which something else than a call could not be done. */
export function hindered(state: CardState, failure: CardFailure): CardState {
  return { status: "hindered", ...about(state), failure };
}

/** The card of something that is no number in the country that was chosen. */
export function misread(state: CardState, { chosen, written }: { chosen: CountryCode; written: string }): CardState {
  return { status: "misread", ...about(state), chosen, written };
}

/** The card of something that was said to be no number, from which that can be taken back. */
export function dismissed(state: CardState): CardState {
  return { status: "dismissed", ...about(state) };
}

/** Why there is no call, or nobody knows what one costs, where the card says so. */
export function failureOn(state: CardState): CardFailure | undefined {
  if (state.status === "refused" || state.status === "hindered") return state.failure;
  if (state.status === "offer" && state.details.price.status === "unknown") return state.details.price;
  return state.status === "call" && state.call.status === "failed" ? state.call.failure : undefined;
}

/** Whether the card shows a call under way, and so does not close just because the pointer left. */
export function isPinned(state: CardState): boolean {
  return state.status === "call" && isUnderWay(state.call);
}

/**
 * The card after news of the call. It shows the call to its own number only, and the end of a call only when it showed
 * that call before: a call that failed this morning is nothing to greet a person with.
 */
export function withCall(state: CardState, call: CardCall): CardState {
  if (call.status === "none" || call.to !== state.number.e164)
    return isBeyondAsking(state) ? { status: "offer", ...about(state) } : state;
  if (state.status === "call" ? call.requestedAtMs < state.call.requestedAtMs : !isUnderWay(call)) return state;
  return { status: "call", ...about(state), call };
}

function about({ number, reason, details }: CardState): AboutNumber {
  return { number, reason, details };
}

function isUnderWay(call: CardCall): boolean {
  return call.status === "initiating" || call.status === "calling" || call.status === "answered";
}

// Right after the click the news may still be of the time before it.
function isBeyondAsking(state: CardState): boolean {
  return state.status === "call" && state.call.status !== "initiating";
}
