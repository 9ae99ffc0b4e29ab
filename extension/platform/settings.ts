import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** The small window under the toolbar button, or the browser's side panel, which stays while one goes from page to page. */
export type DialerPlace = "popup" | "side-panel";

/** A device as a person chose it. Its id holds until the browser's data are cleared; after that its label finds it again. */
interface ChosenDevice {
  deviceId: string;
  label: string;
}

/** The chosen device, or whichever the browser and the system take. */
export type DeviceChoice = ChosenDevice | "default";

/** What the browser does to a voice before it is sent. */
export interface VoiceProcessing {
  noiseSuppression: boolean;
  echoCancellation: boolean;
  autoGainControl: boolean;
}

/** Where sound comes from and goes to. */
export interface AudioSettings {
  microphone: DeviceChoice;
  speaker: DeviceChoice;
  /** Where it rings. */
  ringtone: DeviceChoice;
  /** From 0 to 1. */
  ringtoneVolume: number;
  processing: VoiceProcessing;
}

/** What a person set; kept in `storage.local`. Where numbers are marked is not among it: that is the browser's own grant. */
export interface Settings {
  serverUrl: string;
  defaultCountry: CountryCode;
  fromNumber: E164 | undefined;
  /** How often the profile is asked for when the live stream cannot be held. */
  pollIntervalMs: number;
  /** When a card says that it is early or late where a number rings. */
  quietHours: QuietHours | "off";
  audio: AudioSettings;
  /** Where the toolbar button opens the dialer. */
  dialerPlace: DialerPlace;
  /** Whether a bad call is followed by the question how it sounded. */
  asksAboutSound: boolean;
  /** Whether the toolbar button shows how many numbers a page has. */
  toolbarCount: boolean;
}

export const defaultServerUrl = "http://127.0.0.1:8787";

/** Where sound comes from and goes to until somebody chooses. */
export function defaultAudioSettings(): AudioSettings {
  return {
    microphone: "default",
    speaker: "default",
    ringtone: "default",
    ringtoneVolume: 1,
    processing: { noiseSuppression: true, echoCancellation: true, autoGainControl: true },
  };
}
