import type { CallId } from "#shared/ids.ts";
import type { Result } from "#shared/result.ts";
import type { AudioRoute } from "../audio/audio-route.ts";
import type { QualityEvent } from "../quality/live-quality.ts";
import type { VoiceLevels } from "../quality/voice-watch.ts";
import type { Failure } from "./call-state.ts";
import type { Microphone } from "./microphone.ts";

/** What a line reports, in the voice SDK's words. */
export type LineEvent =
  | { type: "ringing"; callSid: string; hasEarlyMedia: boolean }
  | { type: "opened"; callSid: string }
  | { type: "reconnecting" }
  | { type: "reconnected" }
  | { type: "muted"; isMuted: boolean }
  | { type: "token_will_expire" }
  /** What the SDK measured, once a second, and what it warns of. */
  | { type: "quality"; event: QualityEvent }
  /** How loud both sides are, some twenty times a second while two talk. */
  | { type: "levels"; levels: VoiceLevels }
  /** The last event of a line. `failure` is what the SDK said went wrong; a line that was just hung up has none. */
  | { type: "disconnected"; failure: Failure | undefined };

/** One outgoing call on the carrier's network. The session knows no more of the voice SDK than this. */
export interface VoiceLine {
  setMuted(isMuted: boolean): void;
  /** Sends one tone, 0-9, * or #, and lets it be heard here. */
  sendDigit(digit: string): void;
  /** Goes over to these devices, and resolves when it has. A microphone that cannot be opened leaves the line the one it has. */
  setAudio(route: AudioRoute): Promise<Result<undefined, "microphone_refused">>;
  updateToken(token: string): void;
  /** Hangs up if need be and lets go of everything. Nothing is reported afterwards. */
  close(): void;
}

/** What lets a browser speak to the carrier for a while. */
export interface VoiceAccess {
  token: string;
  /** How long the token is good for. Each further one is taken to be good for as long. */
  tokenTtlSeconds: number;
  /** Where the sandbox carrier listens; null when the carrier is Twilio. */
  sandboxSignalUrl: string | null;
}

/** Who wants to reach the carrier, and how they get leave to. */
export interface VoiceAccount {
  /** Stands for the account: what was opened for one is never used for another. */
  key: string;
  askForAccess: () => Promise<Result<VoiceAccess, Failure>>;
}

export interface DialOptions {
  callId: CallId;
  account: VoiceAccount;
  microphone: Microphone;
  onEvent: (event: LineEvent) => void;
  /** Gives up; what had been opened is let go. */
  signal: AbortSignal;
}

/** The way to the carrier. */
export interface VoiceLines {
  /** Begins to open the way, for a call that is likely to come. What goes wrong is told by the dialling. */
  prepare(account: VoiceAccount): void;
  /** Lets go of what was prepared for a call that does not come. */
  letGo(): void;
  /** Asks the carrier to place a call. The line is there before anything rings. */
  dial(options: DialOptions): Promise<Result<VoiceLine, Failure>>;
}
