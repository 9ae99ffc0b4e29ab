import type { Call } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import { isTalking, type CallState, type Dialled, type Failure } from "./call-state.ts";
import { failureOfCall } from "./failures.ts";

/**
 * What can happen to a call. `atMs` is always by this machine's clock; `told` brings the server's record of the call, with
 * its time of answer already moved from the server's clock to ours.
 */
export type CallEvent =
  | { type: "requested"; dialled: Dialled }
  | { type: "accepted"; call: Call }
  | { type: "ringing"; callSid: string; hasEarlyMedia: boolean }
  | { type: "opened"; callSid: string; atMs: number }
  | { type: "reconnecting" }
  | { type: "reconnected" }
  | { type: "muted"; isMuted: boolean }
  /** The wall clock was set, by so much: what was noted by it before is now so much off. */
  | { type: "clock_set"; byMs: number }
  | { type: "told"; call: Call; answeredAtMs: number | undefined; atMs: number }
  | { type: "disconnected"; atMs: number }
  | { type: "failed"; failure: Failure; atMs: number }
  | { type: "dismissed" };

/**
 * The one way from a state to the next. Pure, and total: an event that makes no sense in a state gives the same state back,
 * since late and double events are normal where a network is.
 */
export function transition(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case "requested":
      return isOver(state) ? { status: "requesting", ...event.dialled } : state;
    case "accepted":
      return state.status === "requesting" ? { ...state, status: "pending", call: event.call } : state;
    case "ringing":
      return state.status === "pending"
        ? { ...state, status: "ringing", callSid: event.callSid, hasEarlyMedia: event.hasEarlyMedia }
        : state;
    case "opened":
      return open(state, event);
    case "reconnecting":
      return state.status === "open" ? { ...state, status: "reconnecting" } : state;
    case "reconnected":
      return state.status === "reconnecting" ? { ...state, status: "open" } : state;
    case "muted":
      return isTalking(state) && state.isMuted !== event.isMuted ? { ...state, isMuted: event.isMuted } : state;
    case "clock_set":
      return isTalking(state) && event.byMs !== 0 ? { ...state, answeredAtMs: state.answeredAtMs + event.byMs } : state;
    case "told":
      return tell(state, event);
    case "disconnected":
      return isTalking(state) ? end(state, event.atMs) : state;
    case "failed":
      return fail(state, event);
    case "dismissed":
      return state.status === "ended" || state.status === "failed" ? { status: "idle" } : state;
  }
}

type State<Status extends CallState["status"]> = Extract<CallState, { status: Status }>;
type Talking = State<"open" | "reconnecting">;

function isOver(state: CallState): state is State<"idle" | "ended" | "failed"> {
  return state.status === "idle" || state.status === "ended" || state.status === "failed";
}

function dialledOf({ clientKey, dialled, requestedAtMs }: Dialled): Dialled {
  return { clientKey, dialled, requestedAtMs };
}

function open(state: CallState, { callSid, atMs }: { callSid: string; atMs: number }): CallState {
  if (state.status !== "pending" && state.status !== "ringing") return state;
  return { status: "open", ...dialledOf(state), call: state.call, callSid, answeredAtMs: atMs, isMuted: false };
}

function end(state: Talking, endedAtMs: number): CallState {
  const { call, answeredAtMs } = state;
  // Clocks of two machines meet here: a call must not last less than nothing.
  return { status: "ended", ...dialledOf(state), call, answeredAtMs, endedAtMs: Math.max(answeredAtMs, endedAtMs) };
}

function fail(state: CallState, { failure, atMs }: { failure: Failure; atMs: number }): CallState {
  if (isOver(state)) return state;
  const call = state.status === "requesting" ? undefined : state.call;
  return { status: "failed", ...dialledOf(state), call, failure, endedAtMs: atMs };
}

/** The server's word. It comes from the carrier, so it wins over what was seen here. */
function tell(state: CallState, event: Extract<CallEvent, { type: "told" }>): CallState {
  const { call, answeredAtMs, atMs } = event;
  if (state.status === "idle" || state.status === "requesting" || state.call?.id !== call.id) return state;
  const told = { ...state, call };
  const failure = failureOfCall(call);
  switch (told.status) {
    case "pending":
    case "ringing":
      if (failure) return fail(told, { failure, atMs });
      // Answered and ended before the voice SDK said a word of it.
      return isTerminal(call.status) ? endUnseen(told, answeredAtMs ?? atMs, atMs) : told;
    case "open":
    case "reconnecting":
      // The SDK opens for a spoken refusal too, which the carrier does not call an answer.
      if (failure) return fail(told, { failure, atMs });
      return isTerminal(call.status)
        ? end({ ...told, answeredAtMs: answeredAtMs ?? told.answeredAtMs }, atMs)
        : { ...told, answeredAtMs: answeredAtMs ?? told.answeredAtMs };
    case "ended":
      if (failure) return { status: "failed", ...dialledOf(told), call, failure, endedAtMs: told.endedAtMs };
      return told;
    case "failed":
      return told;
  }
}

function endUnseen(state: State<"pending"> | State<"ringing">, answeredAtMs: number, endedAtMs: number): CallState {
  const { call } = state;
  return { status: "ended", ...dialledOf(state), call, answeredAtMs, endedAtMs: Math.max(answeredAtMs, endedAtMs) };
}
