import { getCountryCallingCode } from "libphonenumber-js/max";
import type { CountryCode } from "#shared/phone-number.ts";
import { toPlainSigns } from "./candidates.ts";
import type { CallableNumber } from "./mark.ts";
import type { RegionReason } from "./page-region.ts";

/** Why a number is taken for one of its country. */
export type CountryReason =
  /** It says so itself: "+49", or its code under another prefix. Nothing that a person chooses for a page changes it. */
  | { from: "number"; callingCode: string }
  /** Its country shares a calling code with the one that the page is read for, and the digits tell them apart. */
  | { from: "area-code" }
  /** The person said so, for this site. */
  | { from: "choice" }
  | RegionReason;

/** A country in whose national form a page's numbers are read, and why. */
export interface ReadRegion {
  country: CountryCode;
  reason: Extract<CountryReason, { from: "choice" }> | RegionReason;
}

/** Why a number of a page is taken for one of its country. `written` is its text, or the address of a link. */
export function whyCountry(
  { number, written }: { number: Pick<CallableNumber, "country" | "international">; written: string },
  regions: readonly ReadRegion[],
): CountryReason {
  const callingCode = /^\+\d+/.exec(number.international)?.[0] ?? number.international;
  if (isInternational(written, callingCode)) return { from: "number", callingCode };
  const region = regions.find(({ country }) => `+${getCountryCallingCode(country)}` === callingCode);
  if (!region) return { from: "number", callingCode };
  return region.country === number.country ? region.reason : { from: "area-code" };
}

// "00" in most of the world, "011" in North America: ITU-T E.164, international prefixes.
function isInternational(written: string, callingCode: string): boolean {
  const plain = toPlainSigns(written).replace(/^\w+:/, "");
  if (/^[(\s]*\+/.test(plain)) return true;
  return new RegExp(`^(?:00|011)${callingCode.slice(1)}`).test(plain.replace(/\D/g, ""));
}
