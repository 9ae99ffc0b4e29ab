import type { Call, CallReason } from "#shared/api/calls.ts";
import type { ProblemCode } from "#shared/api/problem.ts";
import type { DialerStatus } from "#shared/call-status.ts";
import type { Micros } from "#shared/money.ts";

/** Why a call failed, as a code that a UI has a sentence for. */
export type FailureCode =
  | ProblemCode
  | CallReason
  | "busy"
  | "no_answer"
  | "canceled"
  | "rejected"
  | "microphone_denied"
  | "microphone_missing"
  | "server_unreachable"
  | "connection_lost"
  | "call_in_progress"
  | "unexpected_answer"
  | "extension_failed"
  | "sdk_error";

export interface Failure {
  code: FailureCode;
  /** One plain sentence with a way out, ready to be shown. */
  message: string;
  /** For insufficient_balance: what the call needs and what there is. */
  neededMicros?: Micros;
  availableMicros?: Micros;
}

/** What is known of a call from the click on. */
export interface Dialled {
  clientKey: string;
  /** As the person typed or clicked it. */
  dialled: string;
  requestedAtMs: number;
}

/**
 * The one state of the one call, in the voice SDK's words. Each member carries exactly its data; nothing derived is stored.
 * requesting: the server is being asked. pending/connecting: the SDK is. ringing: the other side rings.
 * open: talking. reconnecting: talking, with the network lost. closed: over.
 */
export type CallState =
  | { status: "idle" }
  | ({ status: "requesting" } & Dialled)
  | ({ status: "pending"; call: Call } & Dialled)
  | ({ status: "ringing"; call: Call; callSid: string; hasEarlyMedia: boolean } & Dialled)
  | ({ status: "open"; call: Call; callSid: string; answeredAtMs: number; isMuted: boolean } & Dialled)
  | ({ status: "reconnecting"; call: Call; callSid: string; answeredAtMs: number; isMuted: boolean } & Dialled)
  | ({ status: "ended"; call: Call; answeredAtMs: number; endedAtMs: number } & Dialled)
  | ({ status: "failed"; call: Call | undefined; failure: Failure; endedAtMs: number } & Dialled);

/** The dialer's word for a state; undefined when there is no call. */
export function dialerStatus(state: CallState): DialerStatus | undefined {
  switch (state.status) {
    case "idle":
      return undefined;
    case "requesting":
    case "pending":
      return "initiating";
    case "ringing":
      return "calling";
    case "open":
    case "reconnecting":
      return "answered";
    case "ended":
      return "ended";
    case "failed":
      return "failed";
  }
}

/** Whether a call is under way, so that another cannot start. */
export function isLive(state: CallState): boolean {
  const status = dialerStatus(state);
  return status === "initiating" || status === "calling" || status === "answered";
}

/** Whether the other side has answered and not yet gone, so that the timer runs. */
export function isTalking(state: CallState): state is Extract<CallState, { status: "open" | "reconnecting" }> {
  return state.status === "open" || state.status === "reconnecting";
}
