import type { ReadNumber } from "./number-reader.ts";

/** How a number stands on the page, compared with how its country writes it. */
export type WrittenForm = "as-the-country-writes" | "area-code-apart" | "grouped" | "bare";

/**
 * Compares the places where the written number is divided with those where its country divides it. Places are counted
 * from the right end, where neither country code nor trunk prefix can shift them.
 */
export function writtenForm(plain: string, number: ReadNumber): WrittenForm {
  const written = divisions(plain, number.significantDigits);
  if (written.length === 0) return "bare";
  const national = divisions(number.national, number.significantDigits);
  if (sameDivisions(written, national)) return "as-the-country-writes";
  if (sameDivisions(written, divisions(number.international, number.significantDigits))) return "as-the-country-writes";
  return written[0] === national[0] ? "area-code-apart" : "grouped";
}

/** The counts of digits to the right of each division, largest first; divisions of country code and trunk prefix are left out. */
function divisions(text: string, significantDigits: number): number[] {
  const groups = text.match(/\d+/g) ?? [];
  const places: number[] = [];
  let digitsToTheRight = 0;
  for (const group of groups.toReversed().slice(0, -1)) {
    digitsToTheRight += group.length;
    if (digitsToTheRight < significantDigits) places.unshift(digitsToTheRight);
  }
  return places;
}

function sameDivisions(one: number[], other: number[]): boolean {
  return one.length === other.length && one.every((place, index) => place === other[index]);
}
