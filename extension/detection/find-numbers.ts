import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { findCandidates, mayHoldVanity, toPlainSigns, type Candidate } from "./candidates.ts";
import { readExtensionSuffix } from "./extension-suffix.ts";
import { labelOf, labelReach } from "./labels.ts";
import { isVetoedByNeighbour } from "./neighbour-veto.ts";
import { numbersInRow, rowDivision } from "./numbers-in-row.ts";
import { readWritten, type ReadWritten, type Reading } from "./read-written.ts";
import { noHints, scoreNumber, type DomHints } from "./score-number.ts";
import { isVetoedByShape, mayBeAmount } from "./shape-veto.ts";
import { isInsideUrl } from "./url-veto.ts";
import { findVanityNumbers } from "./vanity-numbers.ts";
import { narrowings } from "./windows.ts";
import { writtenForm } from "./written-form.ts";

/** A number found in a text, from `start` to before `end`, its extension included. */
export interface FoundNumber {
  start: number;
  end: number;
  e164: E164;
  country: CountryCode | undefined;
  /** "+49 221 98222220" */
  international: string;
  /** Digits to send after the answer. */
  extension: string | undefined;
  isFax: boolean;
  score: number;
}

/** A text of a page with what is known of its place. */
export interface SearchedText {
  text: string;
  /** Offsets where one node of the page ends and the next begins. */
  breaks?: readonly number[];
  /** The text before this one, in which a label may stand: the cell to the left, the term of a description. */
  precedingText?: string;
  hintsAt?: (offset: number) => DomHints;
  /** The candidates of the text, for whoever has looked for them before. */
  candidates?: readonly Candidate[];
}

/** How sure a number has to be: sure enough to be painted, or to be offered to somebody who asks for it. */
export interface Surety {
  atLeast: number;
}

/**
 * Finds the phone numbers of a text, in order and without overlap. Pure, and linear in the length of the text.
 * A number is never cut short: it is valid from its first digit to its last, or it is not one.
 */
export function findNumbers(searched: SearchedText, reading: Reading & Surety): FoundNumber[] {
  const search = { ...reading, searched, breaks: new Set(searched.breaks) };
  const found = findVanity(search);
  const isFree = ({ start, end }: Candidate): boolean => !found.some((number) => number.start < end && number.end > start);
  for (const candidate of (searched.candidates ?? findCandidates(searched.text)).filter(isFree))
    findInCandidate(candidate, search, found);
  return found.toSorted((one, other) => one.start - other.start);
}

interface Search extends Reading, Surety {
  searched: SearchedText;
  breaks: ReadonlySet<number>;
}

function findVanity(search: Search): FoundNumber[] {
  const { text } = search.searched;
  if (!mayHoldVanity(text)) return [];
  return findVanityNumbers(text).flatMap(({ start, end, dialled, isPlain }) => {
    const written = { start, end, plain: dialled };
    const read = readWritten(dialled, search);
    if (!read || isInsideUrl(text, written)) return [];
    return toFound(written, isPlain ? read : { ...read, source: "assumed" }, search) ?? [];
  });
}

function findInCandidate({ start, end }: Candidate, search: Search, found: FoundNumber[]): void {
  const { text, breaks = [] } = search.searched;
  const plain = toPlainSigns(text.slice(start, end));
  const division = rowDivision.exec(plain)?.index ?? -1;
  const first = division < 0 ? plain : plain.slice(0, division);
  let searchedTo = start;
  for (const window of narrowings(first, { offset: start, breaks })) {
    if (window.start < searchedTo) continue;
    const written = { ...window, plain: first.slice(window.start - start, window.end - start) };
    const number = readWindow(written, search);
    if (!number) continue;
    found.push(number, ...restOfRow(number, written, search));
    searchedTo = found.at(-1)?.end ?? end;
    if (searchedTo >= start + first.length) break;
  }
  if (division >= 0) findInCandidate({ start: Math.max(searchedTo, start + division + 1), end }, search, found);
}

/** A stretch of a text with its signs made plain. */
interface Written extends Candidate {
  plain: string;
}

function restOfRow(first: FoundNumber, { plain, end }: Written, { searched, readNumber }: Search): FoundNumber[] {
  // What follows an extension belongs to nobody.
  if (first.extension !== undefined) return [];
  return numbersInRow(searched.text, { ...first, plain, end }, readNumber).map(({ start, end: rowEnd, number, isFax }) => ({
    start,
    end: rowEnd,
    e164: number.e164,
    country: number.country,
    international: number.international,
    extension: undefined,
    isFax: isFax ?? first.isFax,
    score: first.score,
  }));
}

// Cheapest questions first: most candidates of most pages are no numbers.
function readWindow(written: Written, search: Search): FoundNumber | undefined {
  const { text } = search.searched;
  const read = readWritten(written.plain, search);
  if (!read || isVetoedByNeighbour({ text, ...written, breaks: search.breaks })) return undefined;
  if (isVetoedByShape(written.plain) || isInsideUrl(text, written) || isSeveral(written.plain, search)) return undefined;
  return toFound(written, read, search);
}

// "030 1234567/68" is two numbers where numbers are of any length, as in Germany, and "0221/1234567" is one. A postcode in the
// line above is no area code: what a number goes on from begins or ends as area codes do.
function isSeveral(plain: string, search: Search): boolean {
  const isNumber = (part: string): boolean => readWritten(part.trim(), search) !== undefined;
  const slash = plain.lastIndexOf("/");
  if (slash > 0 && isNumber(plain.slice(0, slash))) return true;
  const lineEnd = plain.search(/\s*[\n\r]/);
  if (lineEnd < 0 || /^[+(0]|[)/-]$/.test(plain.slice(0, lineEnd))) return false;
  return isNumber(plain.slice(lineEnd));
}

function toFound({ plain, start, end: lastDigitEnd }: Written, read: ReadWritten, search: Search): FoundNumber | undefined {
  const { text, precedingText = "", hintsAt } = search.searched;
  const suffix = readExtensionSuffix(text, lastDigitEnd);
  const end = suffix?.end ?? lastDigitEnd;
  const label = labelOf({ preceding: textBefore(text, start, precedingText), following: text.slice(end, end + labelReach) });
  if (label === "reference" || (mayBeAmount(plain) && label !== "phone" && label !== "fax")) return undefined;
  const form = writtenForm(plain, read.number);
  const score = scoreNumber({ plain, form, label, source: read.source, hints: hintsAt?.(start) ?? noHints });
  if (score < search.atLeast) return undefined;
  const { e164, country, international } = read.number;
  return { start, end, e164, country, international, extension: suffix?.digits, isFax: label === "fax", score };
}

function textBefore(text: string, start: number, precedingText: string): string {
  const own = text.slice(Math.max(0, start - labelReach - 1), start);
  return precedingText !== "" && start <= labelReach && own.trim() === "" ? `${precedingText.slice(-labelReach)} ${own}` : own;
}
