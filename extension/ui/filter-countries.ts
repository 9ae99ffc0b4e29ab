import type { CountryCode } from "#shared/phone-number.ts";

export interface CountryOption {
  country: CountryCode;
  name: string;
  callingCode: string;
}

/** Countries whose name has a word beginning with the query, whose code is it, or whose calling code begins with it: "king", "gb", "+44". */
export function filterCountries(countries: CountryOption[], query: string): CountryOption[] {
  const wanted = fold(query);
  if (wanted === "") return countries;
  const digits = wanted.replace(/^\+|^00/, "");
  if (/^\d+$/.test(digits)) return countries.filter(({ callingCode }) => callingCode.startsWith(digits));
  const byCode = countries.filter(({ country }) => fold(country) === wanted);
  const byName = countries.filter(({ name, country }) => fold(country) !== wanted && hasWordBeginning(fold(name), wanted));
  return [...byCode, ...byName];
}

function hasWordBeginning(name: string, wanted: string): boolean {
  return name.startsWith(wanted) || name.split(/[\s\-(]+/).some((word) => word.startsWith(wanted)) || name.includes(` ${wanted}`);
}

// "Cote" finds "Côte d’Ivoire": nobody has to find an accent on a keyboard that has none.
function fold(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
