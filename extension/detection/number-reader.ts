import type { CountryCode, E164 } from "#shared/phone-number.ts";

/** A valid number, with the forms in which it is written, so that no one else needs the phone library. */
export interface ReadNumber {
  e164: E164;
  /** Undefined for numbers of no country, such as +800. */
  country: CountryCode | undefined;
  /** "+49 221 98222220" */
  international: string;
  /** As its country groups it, without trunk prefix: "221 98222220" */
  national: string;
  /** How many digits the number has without country code and trunk prefix. */
  significantDigits: number;
}

/**
 * The phone library as detection sees it. Gives undefined for everything that is not wholly a valid number of the region
 * or of the world. It is a port because the library weighs five times as much as all other code on a page: it comes
 * with the first candidate and not before.
 */
export type ReadNumberText = (text: string, region: CountryCode | undefined) => ReadNumber | undefined;
