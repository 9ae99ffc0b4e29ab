import type { CountryCode, E164 } from "#shared/phone-number.ts";

/** Where numbers are marked. */
export type SitesMode = "off" | "chosen" | "all";

/** What a person set; kept in `storage.local`. */
export interface Settings {
  serverUrl: string;
  defaultCountry: CountryCode;
  fromNumber: E164 | undefined;
  sites: { mode: SitesMode; chosenOrigins: string[] };
  /** How often the profile is asked for when the live stream cannot be held. */
  pollIntervalMs: number;
}

export const defaultServerUrl = "http://127.0.0.1:8787";
