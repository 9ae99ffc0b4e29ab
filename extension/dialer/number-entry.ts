import {
  countryAsYouType,
  countryOf,
  formatInternational,
  parsePhoneNumber,
  type CountryCode,
  type E164,
  type InvalidNumber,
} from "#shared/phone-number.ts";
import { formatAtCaret, looksLikeNumber } from "../ui/format-at-caret.ts";

/** What stands in the number field. `country` is the one picked, in whose national form a number may be typed. */
export interface NumberEntry {
  text: string;
  country: CountryCode;
}

/** What the text is meant as: a name to look for among the contacts, or a number, complete or not yet. */
export type Target =
  | { kind: "empty" }
  | { kind: "name"; query: string }
  | { kind: "number"; number: E164; country: CountryCode | undefined; extension: string | undefined }
  | { kind: "incomplete"; problem: InvalidNumber; country: CountryCode | undefined };

export function readTarget({ text, country }: NumberEntry): Target {
  if (text.trim() === "") return { kind: "empty" };
  const parsed = parsePhoneNumber(text, country);
  if (parsed.ok) {
    const { e164: number, country, extension } = parsed.value;
    return { kind: "number", number, country, extension };
  }
  if (!looksLikeNumber(text)) return { kind: "name", query: text.trim() };
  return { kind: "incomplete", problem: parsed.error, country: text.trim().startsWith("+") ? countryAsYouType(text) : country };
}

/** The country whose flag stands before the field: the number's own as soon as it has one, else the one picked. */
export function shownCountry(entry: NumberEntry): CountryCode {
  const target = readTarget(entry);
  const known = target.kind === "number" || target.kind === "incomplete" ? target.country : undefined;
  return known ?? entry.country;
}

/** Takes another country; a number in national form is written its way, one in international form keeps its own. */
export function pickCountry(entry: NumberEntry, country: CountryCode): NumberEntry {
  return { text: formatEnd(entry.text, country), country };
}

/** A key of the keypad, at the end of what was typed. */
export function pressKey({ text, country }: NumberEntry, key: string): NumberEntry {
  return { text: formatEnd(text + key, country), country };
}

/** Makes a plus of a zero that a number begins with: a zero that is held means a plus, as on a telephone. */
export function zeroToPlus({ text, country }: NumberEntry, caret: number): NumberEntry {
  return { text: formatEnd(`+${text.slice(caret)}`, country), country };
}

/** Takes the last digit away, and what stands after it. */
export function eraseLast({ text, country }: NumberEntry): NumberEntry {
  const kept = looksLikeNumber(text) ? text.replace(/[\d+*#][^\d+*#]*$/, "").trimEnd() : text.slice(0, -1);
  return { text: formatEnd(kept, country), country };
}

/** A known number, as it stands in the field after it was chosen. */
export function enterNumber(number: E164, picked: CountryCode): NumberEntry {
  return { text: formatInternational(number), country: countryOf(number) ?? picked };
}

function formatEnd(text: string, country: CountryCode): string {
  return formatAtCaret({ text, caret: text.length }, country).text;
}
