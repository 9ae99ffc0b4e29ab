import { createChannel, type Exchange } from "../platform/messenger.ts";
import type { Session } from "../platform/session-store.ts";
import type { AudioSettings, Settings } from "../platform/settings.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { Failure } from "./call-state.ts";
import type { Replacement } from "./second-call.ts";
import type { StartCall } from "./start-call.ts";

/** A call as the offscreen document is asked for it: it has no storage, so all it needs comes along. */
export interface PlaceCall extends StartCall {
  clientKey: string;
  /** The client key of the call whose place it takes, where a person has chosen between two. Void when another is there by now. */
  insteadOf?: string;
  session: Session;
  pollIntervalMs: Settings["pollIntervalMs"];
  audio: AudioSettings;
}

/** What any page of the extension may ask of the service worker. */
export interface CallHostProtocol {
  /** A call is likely to come: opens the way for it. */
  prepare: Exchange;
  start: Exchange<StartCall, undefined, Failure>;
  replace: Exchange<Replacement, undefined, Failure>;
  hangUp: Exchange;
  setMuted: Exchange<{ isMuted: boolean }>;
  sendDigits: Exchange<{ digits: string }>;
  sendExtension: Exchange;
  stopDigits: Exchange;
  dismiss: Exchange;
  /** Looks whether what the stored snapshot says is still so. Asked by whoever starts to watch. */
  verify: Exchange;
}

/** What the service worker asks of the offscreen document. */
export interface CallSessionProtocol {
  prepare: Exchange<{ session: Session }>;
  place: Exchange<PlaceCall, undefined, Failure>;
  hangUp: Exchange;
  /** Ends this call and no other: what the service worker has stored may be older than the call that is on. */
  makeWay: Exchange<{ clientKey: string }>;
  setMuted: Exchange<{ isMuted: boolean }>;
  sendDigits: Exchange<{ digits: string }>;
  sendExtension: Exchange;
  stopDigits: Exchange;
  /** The person has changed where sound comes from or goes to. */
  setAudio: Exchange<AudioSettings>;
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
