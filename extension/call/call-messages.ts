import { createChannel, type Exchange } from "../platform/messenger.ts";
import type { Session } from "../platform/session-store.ts";
import type { Settings } from "../platform/settings.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { Failure } from "./call-state.ts";
import type { SecondCall } from "./second-call.ts";
import type { StartCall } from "./start-call.ts";

/** A call as the offscreen document is asked for it: it has no storage, so all it needs comes along. */
export interface PlaceCall extends StartCall {
  clientKey: string;
  session: Session;
  pollIntervalMs: Settings["pollIntervalMs"];
}

/** What any page of the extension may ask of the service worker. */
export interface CallHostProtocol {
  start: Exchange<StartCall, undefined, Failure>;
  replace: Exchange<SecondCall, undefined, Failure>;
  hangUp: Exchange;
  setMuted: Exchange<{ isMuted: boolean }>;
  sendDigits: Exchange<{ digits: string }>;
  dismiss: Exchange;
  /** Looks whether what the stored snapshot says is still so. Asked by whoever starts to watch. */
  verify: Exchange;
}

/** What the service worker asks of the offscreen document. */
export interface CallSessionProtocol {
  place: Exchange<PlaceCall, undefined, Failure>;
  hangUp: Exchange;
  setMuted: Exchange<{ isMuted: boolean }>;
  sendDigits: Exchange<{ digits: string }>;
  dismiss: Exchange;
}

/** What the offscreen document tells the service worker. */
export interface CallReportProtocol {
  snapshot: Exchange<CallSnapshot>;
}

export const callHostChannel = createChannel<CallHostProtocol>("service-worker", "call");
export const callSessionChannel = createChannel<CallSessionProtocol>("offscreen", "call");
export const callReportChannel = createChannel<CallReportProtocol>("service-worker", "call-report");

/** The name of the port that the offscreen document holds open to the service worker while a call is live. */
export const livenessPortName = "live-call";
