import { formatDollars, type Micros } from "#shared/money.ts";
import { countryName, type CountryCode } from "#shared/phone-number.ts";

/** Why an account that may call some countries only may not call another. */
export function countrySentence(countries: readonly CountryCode[], country: CountryCode | null): string {
  const allowed = new Intl.ListFormat("en").format(countries.map((code) => countryName(code)));
  const here = `This account may not call ${country === null ? "numbers of no country" : countryName(country)}`;
  return countries.length > 0 ? `${here}, only ${allowed}.` : `${here}, nor anywhere else.`;
}

/** Why an account may not call where a minute costs more than it may spend on one. */
export function rateSentence({
  perMinuteMicros,
  maxPerMinuteMicros,
}: {
  perMinuteMicros: Micros;
  maxPerMinuteMicros: Micros;
}): string {
  const [rate, limit] = [perMinuteMicros, maxPerMinuteMicros].map((amount) => formatDollars(amount, { decimals: 4 }));
  return `A minute costs ${rate} there, and this account may spend ${limit} a minute at most.`;
}
