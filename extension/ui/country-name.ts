import { i18n } from "#i18n";
import { countryName as nameIn, type CountryCode } from "#shared/phone-number.ts";
import { language } from "./language.ts";

/** A country's name in the person's language; a word for numbers of no country. */
export function countryName(country: CountryCode | undefined): string {
  return country ? nameIn(country, language) : i18n.t("ui.international");
}
