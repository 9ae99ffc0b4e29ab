import type { Profile } from "#shared/api/profile.ts";
import type { FoundDevice } from "../audio/choose-device.ts";
import { noSound, type CallSound } from "../quality/call-sound.ts";
import type { CallState } from "./call-state.ts";
import { noDigits, type DigitQueue } from "./digit-queue.ts";

/** Which devices a call is on. */
export interface CallDevices {
  microphone: FoundDevice;
  speaker: FoundDevice;
}

export const defaultDevices: CallDevices = { microphone: { status: "default" }, speaker: { status: "default" } };

/** What every screen shows. Made in the offscreen document, mirrored to `storage.session` by the service worker. */
export interface CallSnapshot {
  state: CallState;
  /** The server's newest word on balance and calls; undefined until it was first asked. */
  profile: Profile | undefined;
  /** How fresh the profile is kept: by the stream, by polling, or not at all. */
  freshness: "stream" | "polling" | "none";
  /** How the call sounds, and after its end how it sounded. */
  sound: CallSound;
  /** The tones of the talk that is on. What was keyed into a call may be secret: nothing is left of it after the end. */
  digits: DigitQueue;
  devices: CallDevices;
}

export const idleSnapshot: CallSnapshot = {
  state: { status: "idle" },
  profile: undefined,
  freshness: "none",
  sound: noSound,
  digits: noDigits,
  devices: defaultDevices,
};
