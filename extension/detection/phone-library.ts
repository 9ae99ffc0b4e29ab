import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { E164 } from "#shared/phone-number.ts";
import type { ReadNumberText } from "./number-reader.ts";

/**
 * Reads numbers with libphonenumber's full metadata: the smaller sets know lengths only, and take order numbers for phones.
 * https://gitlab.com/catamphetamine/libphonenumber-js#min-vs-max-vs-mobile-vs-core
 */
export const readNumberText: ReadNumberText = (text, region) => {
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
