import { cardWords } from "./card-words.ts";
import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import type { CountryCode } from "#shared/phone-number.ts";
import type { CountryOption } from "../ui/filter-countries.ts";

// As shared/phone-number.ts does it, which would bring zod into the page.

/** A country's name in a language; a word for numbers of no country. */
export function countryName(country: CountryCode | undefined, language: string): string {
  return country ? nameIn(namesIn(language), country) : cardWords.international;
}

/** Every country there are numbers of, by name. */
export function listCountryOptions(language: string): CountryOption[] {
  const names = namesIn(language);
  return getCountries()
    .map((country) => ({ country, name: nameIn(names, country), callingCode: getCountryCallingCode(country) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
}

function namesIn(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: "region" });
}

function nameIn(names: Intl.DisplayNames, country: CountryCode): string {
  return names.of(country) ?? country;
}
