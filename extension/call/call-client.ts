import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { CallSnapshot } from "./call-snapshot.ts";

export interface StartCall {
  /** As typed or clicked; validated by the server and by parsePhoneNumber. */
  to: string;
  region?: CountryCode;
  fromNumber?: E164;
}

/** The call as any screen may use it: popup, options page, hover card. None of them owns anything. */
export interface CallClient {
  /** The newest snapshot; paints at once from `storage.session`. */
  readSnapshot(): Promise<CallSnapshot>;
  /** Calls back with every new snapshot until `signal` aborts. */
  watch(listener: (snapshot: CallSnapshot) => void, signal: AbortSignal): void;
  start(call: StartCall): Promise<void>;
  hangUp(): Promise<void>;
  setMuted(isMuted: boolean): Promise<void>;
  /** Digits 0-9, *, #; `w` waits half a second. */
  sendDigits(digits: string): Promise<void>;
  /** Leaves an ended or failed call and goes back to idle. */
  dismiss(): Promise<void>;
}
