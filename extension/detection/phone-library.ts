import { getCountryCallingCode, Metadata, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode, E164 } from "#shared/phone-number.ts";
import type { ReadNumberText } from "./number-reader.ts";

/**
 * Reads numbers with libphonenumber's full metadata: the smaller sets know lengths only, and take order numbers for phones.
 * https://gitlab.com/catamphetamine/libphonenumber-js#min-vs-max-vs-mobile-vs-core
 */
export const readNumberText: ReadNumberText = (text, region) => {
  if (region && !isPossible(text.replace(/\D/g, ""), region)) return undefined;
  const parsed = parsePhoneNumberFromString(text, region ? { defaultCountry: region, extract: false } : { extract: false });
  if (!parsed?.isValid()) return undefined;
  return {
    // The same library with the same metadata as shared/phone-number.ts, which would bring zod into the page.
    e164: parsed.number as E164,
    country: parsed.country,
    international: parsed.formatInternational(),
    national: parsed.formatNational(),
    significantDigits: parsed.nationalNumber.length,
  };
};

const mostPrefixDigits = 5;
// "011", "0011" or "00", and the shortest numbers of the world with their country codes.
const leastInternationalDigits = 11;
// Area code and exchange begin with 2 to 9 wherever +1 is dialled. https://www.nationalnanpa.com/area_codes/
const northAmerican = /^(?:1?[2-9]\d\d[2-9]\d{6}|011\d{8,})$/;

const isPossibleIn = new Map<CountryCode, (digits: string) => boolean>();

// To parse costs 20 microseconds, and for the 25 countries of +1 more. This costs next to nothing, and settles most of what
// stands in tables of figures.
function isPossible(digits: string, region: CountryCode): boolean {
  const known = isPossibleIn.get(region) ?? possibilityOf(region);
  isPossibleIn.set(region, known);
  return known(digits);
}

function possibilityOf(region: CountryCode): (digits: string) => boolean {
  if (getCountryCallingCode(region) === "1") return (digits) => northAmerican.test(digits);
  const plan = new Metadata();
  plan.selectNumberingPlan(region);
  const lengths = plan.numberingPlan?.possibleLengths() ?? [];
  const least = Math.min(...lengths);
  const most = Math.max(...lengths, leastInternationalDigits) + mostPrefixDigits;
  return (digits) => digits.length >= least && digits.length <= most;
}
