import type { CardCall } from "./card-call.ts";
import type { CardFailure } from "./card-failure.ts";
import type { CardDetails } from "./card-messages.ts";
import type { CallableNumber } from "./mark.ts";

interface AboutNumber {
  number: CallableNumber;
  /** Undefined until the service worker has answered. */
  details: CardDetails | undefined;
}

/** What the card shows. */
export type CardState =
  | ({ status: "offer" } & AboutNumber)
  | ({ status: "call"; call: Exclude<CardCall, { status: "none" }> } & AboutNumber)
  /** The call could not even be begun. */
  | ({ status: "refused"; failure: CardFailure } & AboutNumber);

/** The card of a number that is being called as of now. */
export function calling(state: CardState, requestedAtMs: number): CardState {
  const { number, details } = state;
  return { status: "call", number, details, call: { status: "initiating", to: number.e164, requestedAtMs } };
}

/** The card of a number that could not be called. */
export function refused(state: CardState, failure: CardFailure): CardState {
  const { number, details } = state;
  return { status: "refused", number, details, failure };
}

/** Why there is no call, where the card says so. */
export function failureOn(state: CardState): CardFailure | undefined {
  if (state.status === "refused") return state.failure;
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
  const { number, details } = state;
  if (call.status === "none" || call.to !== number.e164)
    return isBeyondAsking(state) ? { status: "offer", number, details } : state;
  if (state.status === "call" ? call.requestedAtMs < state.call.requestedAtMs : !isUnderWay(call)) return state;
  return { status: "call", number, details, call };
}

function isUnderWay(call: CardCall): boolean {
  return call.status === "initiating" || call.status === "calling" || call.status === "answered";
}

// Right after the click the news may still be of the time before it.
function isBeyondAsking(state: CardState): boolean {
  return state.status === "call" && state.call.status !== "initiating";
}
