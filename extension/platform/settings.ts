import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** The small window under the toolbar button, or the browser's side panel, which stays while one goes from page to page. */
export type DialerPlace = "popup" | "side-panel";

/** What a person set; kept in `storage.local`. Where numbers are marked is not among it: that is the browser's own grant. */
export interface Settings {
  serverUrl: string;
  defaultCountry: CountryCode;
  fromNumber: E164 | undefined;
  /** How often the profile is asked for when the live stream cannot be held. */
  pollIntervalMs: number;
  /** When a card says that it is early or late where a number rings. */
  quietHours: QuietHours | "off";
  /** Where the toolbar button opens the dialer. */
  dialerPlace: DialerPlace;
  /** Whether a bad call is followed by the question how it sounded. */
  asksAboutSound: boolean;
  /** Whether the toolbar button shows how many numbers a page has. */
  toolbarCount: boolean;
}

export const defaultServerUrl = "http://127.0.0.1:8787";
