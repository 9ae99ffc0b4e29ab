import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
} from "libphonenumber-js/max";
import { z } from "zod";
import { err, ok, type Result } from "./result.ts";

export type { CountryCode };

/** A number in ITU-T E.164 form, "+" and up to 15 digits. Only parsePhoneNumber() and e164Schema make one. */
export type E164 = string & { readonly __brand: "E164" };

export interface PhoneNumber {
  e164: E164;
  /** ISO 3166-1 alpha-2, or undefined for numbers of no country, such as +800. */
  country: CountryCode | undefined;
  /** Digits to send after the answer, as written in "ext. 12". */
  extension: string | undefined;
}

export const invalidNumbers = ["empty", "not_a_number", "too_short", "too_long", "no_country", "invalid_for_country"] as const;
export type InvalidNumber = (typeof invalidNumbers)[number];

/**
 * Reads a number as a person typed it, in national form for `region` or in international form for any.
 * Fails, rather than guesses, when libphonenumber's full metadata does not know it as a valid number.
 */
export function parsePhoneNumber(text: string, region?: CountryCode): Result<PhoneNumber, InvalidNumber> {
  // RFC 3966: a link's "tel:" is not part of the number.
  const number = text.trim().replace(/^(?:tel|callto):/i, "");
  if (number === "") return err("empty");
  const parsed = parsePhoneNumberFromString(number, { ...(region && { defaultCountry: region }), extract: false });
  if (!parsed?.isValid()) return err(whyInvalid(number, region));
  return ok({ e164: toE164(parsed.number), country: parsed.country, extension: parsed.ext });
}

// libphonenumber-js brands its numbers too; ours says that the number was valid, so one brand is traded for the other here.
function toE164(number: string): E164 {
  return number as E164;
}

function whyInvalid(text: string, region: CountryCode | undefined): InvalidNumber {
  switch (validatePhoneNumberLength(text, region)) {
    case "TOO_SHORT":
      return "too_short";
    case "TOO_LONG":
      return "too_long";
    case "NOT_A_NUMBER":
      return "not_a_number";
    case "INVALID_COUNTRY":
      return "no_country";
    case "INVALID_LENGTH":
    case undefined:
      return "invalid_for_country";
  }
}

/** The international form for people: "+1 415 555 2671". */
export function formatInternational(number: E164): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** What to show in a field while a number is typed. */
export function formatAsYouType(text: string, region?: CountryCode): string {
  return new AsYouType(region).input(text);
}

/** The country that most numbers of a calling code belong to, for the codes that several countries share (ITU-T E.164, list of codes). */
const mainCountries: Partial<Record<string, CountryCode>> = {
  "1": "US",
  "7": "RU",
  "39": "IT",
  "44": "GB",
  "47": "NO",
  "61": "AU",
  "212": "MA",
  "262": "RE",
  "290": "SH",
  "358": "FI",
  "590": "GP",
  "599": "CW",
};

/**
 * The country of a number that is still being typed in international form: by its digits once they tell, before that the
 * main country of its calling code. Undefined until there is a whole calling code.
 */
export function countryAsYouType(text: string): CountryCode | undefined {
  const typing = new AsYouType();
  typing.input(text);
  return typing.getCountry() ?? mainCountries[typing.getCallingCode() ?? ""];
}

/** The country a number belongs to; undefined for numbers of no country. */
export function countryOf(number: E164): CountryCode | undefined {
  return parsePhoneNumberFromString(number)?.country;
}

/** A country's name in a language, "United States" for "US"; "International" for numbers of no country. */
export function countryName(country: CountryCode | undefined, language = "en"): string {
  if (!country) return "International";
  return countryNames(language).of(country) ?? country;
}

const namesByLanguage = new Map<string, Intl.DisplayNames>();

/** The names in a language, loaded once: a server says them with every call of every answer. */
function countryNames(language: string): Intl.DisplayNames {
  const names = namesByLanguage.get(language) ?? new Intl.DisplayNames([language], { type: "region" });
  namesByLanguage.set(language, names);
  return names;
}

/** What numbers of a country begin with abroad, without the plus: "44". */
export function callingCodeOf(country: CountryCode): string {
  return getCountryCallingCode(country);
}

/** Every country libphonenumber knows, with its calling code, by name. */
export function listCountries(language = "en"): { country: CountryCode; name: string; callingCode: string }[] {
  const names = countryNames(language);
  return getCountries()
    .map((country) => ({ country, name: names.of(country) ?? country, callingCode: getCountryCallingCode(country) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
}

/** A number already in E.164 form and valid, as it travels in JSON. */
export const e164Schema = z.string().transform((text, context): E164 => {
  const parsed = parsePhoneNumber(text);
  if (parsed.ok && parsed.value.e164 === text) return parsed.value.e164;
  context.addIssue({ code: "custom", message: "Expected a valid number in international form, such as +14155552671." });
  return z.NEVER;
});

export const countryCodeSchema = z.string().refine((text): text is CountryCode => isSupportedCountry(text), {
  message: "Expected a two-letter country code, such as US.",
});
