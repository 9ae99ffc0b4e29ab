import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { findCandidates, toPlainSigns, type Candidate } from "./candidates.ts";
import { readExtensionSuffix } from "./extension-suffix.ts";
import { labelOf, labelReach } from "./labels.ts";
import { isVetoedByNeighbour } from "./neighbour-veto.ts";
import { readWritten, type Reading } from "./read-written.ts";
import { noHints, scoreNumber, type DomHints } from "./score-number.ts";
import { isVetoedByShape } from "./shape-veto.ts";
import { isInsideUrl } from "./url-veto.ts";
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
  const found: FoundNumber[] = [];
  for (const candidate of searched.candidates ?? findCandidates(searched.text)) findInCandidate(candidate, search, found);
  return found;
}

interface Search extends Reading, Surety {
  searched: SearchedText;
  breaks: ReadonlySet<number>;
}

function findInCandidate({ start, end }: Candidate, search: Search, found: FoundNumber[]): void {
  const { text, breaks = [] } = search.searched;
  const plain = toPlainSigns(text.slice(start, end));
  let searchedTo = start;
  for (const window of narrowings(plain, { offset: start, breaks })) {
    if (window.start < searchedTo) continue;
    const number = readWindow(window, plain.slice(window.start - start, window.end - start), search);
    if (!number) continue;
    found.push(number);
    searchedTo = number.end;
    if (searchedTo >= end) break;
  }
}

// Cheapest questions first: most candidates of most pages are no numbers.
function readWindow(window: Candidate, plain: string, search: Search): FoundNumber | undefined {
  const { text, precedingText = "", hintsAt } = search.searched;
  const { start } = window;
  const read = readWritten(plain, search);
  if (!read) return undefined;
  if (isVetoedByNeighbour({ text, ...window, breaks: search.breaks }) || isVetoedByShape(plain) || isInsideUrl(text, window))
    return undefined;
  const suffix = readExtensionSuffix(text, window.end);
  const end = suffix?.end ?? window.end;
  const label = labelOf({ preceding: textBefore(text, start, precedingText), following: text.slice(end, end + labelReach) });
  if (label === "reference") return undefined;
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
