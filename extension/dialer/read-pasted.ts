import { formatInternational, type CountryCode } from "#shared/phone-number.ts";
import { readNumberText } from "../detection/phone-library.ts";
import { readSelection } from "../detection/read-selection.ts";
import type { NumberEntry } from "./number-entry.ts";

/**
 * The first number of a pasted text, as it stands in the field, with its extension if it has one: "call me at (415) 555-2671 ext 3"
 * gives "+1 415 555 2671 ext. 3". Undefined when there is none. Numbers in national form are read as those of `country`.
 */
export function readPasted(text: string, country: CountryCode): NumberEntry | undefined {
  const found = readSelection(text, { readNumber: readNumberText, regions: [country] });
  if (!found) return undefined;
  const number = formatInternational(found.e164);
  return {
    text: found.extension ? `${number} ext. ${found.extension}` : number,
    country: found.country ?? country,
  };
}
