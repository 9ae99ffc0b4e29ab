import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { labelsIn } from "./label-scan.ts";
import type { ReadNumber, ReadNumberText } from "./number-reader.ts";

/** A number that was written out, and of which others in its row say the last digits only. */
export interface WrittenOut {
  e164: E164;
  country: CountryCode | undefined;
  /** Its text in plain signs, without an extension. */
  plain: string;
  /** Where its last digit ends. */
  end: number;
}

/** A number of a row that is written by its last digits: "-46" in "+49 30 123-45/-46". */
export interface NumberInRow {
  start: number;
  end: number;
  number: ReadNumber;
  /** What a word before it says it is: "Tel. 030 123456-0, Fax -12". */
  isFax: boolean | undefined;
}

// A hyphen says that digits take the place of those behind the last hyphen; a slash, that they take the place of as many.
const withHyphen =
  /(?<gap>[\s,;/&]{0,4}(?:\p{L}{1,12}[.:]{0,2}\s{0,2})?)(?<digits>[-\u2010-\u2013]\s?\d{1,5})(?![\d\p{L}]|\s?[-./\u2013]\s?\d)/uy;
const withSlash = /\s?\/\s?(?<digits>\d{2,4})(?![\d\p{L}:%°]|\s?[-.,\u2013]\s?\d|\s?\/\s?\d{5})/uy;
const year = /^(?:19|20)\d\d$/;

/** Where in plain signs the first number of a row ends and the next begins with a hyphen. */
export const rowDivision = /\s*\/\s*-(?=\d)/;

/** The numbers that go on from one that was written out, each valid as it would be dialled. */
export function numbersInRow(text: string, first: WrittenOut, readNumber: ReadNumberText): NumberInRow[] {
  const row: NumberInRow[] = [];
  for (let end = first.end; ;) {
    const next = nextInRow(text, { ...first, end }, readNumber);
    if (!next) return row;
    row.push(next);
    ({ end } = next);
  }
}

function nextInRow(text: string, first: WrittenOut, readNumber: ReadNumberText): NumberInRow | undefined {
  const hyphenated = matchAt(withHyphen, text, first.end);
  const match = hyphenated ?? matchAt(withSlash, text, first.end);
  const { gap = "", digits = "" } = match?.groups ?? {};
  const labels = labelsIn(gap);
  if (!match || (/\p{L}/u.test(gap) && labels.length === 0) || (!hyphenated && year.test(digits))) return undefined;
  const ending = digits.replace(/\D/g, "");
  const replaced = hyphenated ? lastGroupLength(first.plain) : ending.length;
  const number = replaced === undefined ? undefined : readNumber(first.e164.slice(0, -replaced) + ending, undefined);
  if (!number || number.country !== first.country) return undefined;
  const end = match.index + match[0].length;
  const kind = labels.at(-1)?.kind;
  return { start: end - digits.length, end, number, isFax: kind && kind === "fax" };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

const mostReplaced = 5;

function lastGroupLength(plain: string): number | undefined {
  const group = /-\s?(\d+)\D*$/.exec(plain)?.[1];
  return group && group.length <= mostReplaced ? group.length : undefined;
}
