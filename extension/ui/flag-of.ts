import type { CountryCode } from "#shared/phone-number.ts";

const regionalIndicatorA = 0x1f1e6;

/** A country's flag as text: its two letters in regional indicator symbols (Unicode TR51, annex B). Windows shows the letters. */
export function flagOf(country: CountryCode): string {
  return [...country].map((letter) => String.fromCodePoint(regionalIndicatorA + letter.charCodeAt(0) - 65)).join("");
}
