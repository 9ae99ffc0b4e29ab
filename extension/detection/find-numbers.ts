import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { countDigits, findCandidates, toPlainSigns, type Candidate } from "./candidates.ts";
import { readExtensionSuffix } from "./extension-suffix.ts";
import { isNamedOtherwise, labelOf, labelReach, type Label } from "./labels.ts";
import { isVetoedByNeighbour } from "./neighbour-veto.ts";
import type { ReadNumber, ReadNumberText } from "./number-reader.ts";
import { noHints, offeredFrom, scoreNumber, type CountrySource, type DomHints } from "./score-number.ts";
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
}

export interface Reading {
  readNumber: ReadNumberText;
  /** The countries whose national form the page may use, likeliest first. */
  regions: readonly CountryCode[];
}

/**
 * Finds the phone numbers of a text, in order and without overlap. Pure, and linear in the length of the text.
 * A number is never cut short: it is valid from its first digit to its last, or it is not one.
 */
export function findNumbers(searched: SearchedText, reading: Reading): FoundNumber[] {
  const breaks = new Set(searched.breaks);
  return findCandidates(searched.text).flatMap((candidate) => findInCandidate(candidate, { ...reading, searched, breaks }));
}

interface Search extends Reading {
  searched: SearchedText;
  breaks: ReadonlySet<number>;
}

function findInCandidate(candidate: Candidate, search: Search): FoundNumber[] {
  const plain = toPlainSigns(search.searched.text.slice(candidate.start, candidate.end));
  const found: FoundNumber[] = [];
  let searchedTo = candidate.start;
  for (const window of narrowings(plain, { offset: candidate.start, breaks: search.breaks })) {
    if (window.start < searchedTo) continue;
    const number = readWindow(window, search);
    if (!number) continue;
    found.push(number);
    searchedTo = number.end;
    if (searchedTo >= candidate.end) break;
  }
  return found;
}

// Cheapest questions first: most candidates of most pages are no numbers.
function readWindow(window: Candidate, search: Search): FoundNumber | undefined {
  const { text, precedingText = "", hintsAt } = search.searched;
  const plain = toPlainSigns(text.slice(window.start, window.end));
  if (!hasPlausibleLength(plain) || isVetoedByShape(plain)) return undefined;
  if (isVetoedByNeighbour({ text, ...window, breaks: search.breaks }) || isInsideUrl(text, window)) return undefined;
  const suffix = readExtensionSuffix(text, window.end);
  const end = suffix?.end ?? window.end;
  const preceding = textBefore(text, window.start, precedingText);
  const label = () => labelOf({ preceding, following: text.slice(end, end + labelReach) });
  const read = readWithCountry(toReadable(plain), label, search);
  if (!read || isNamedOtherwise(preceding)) return undefined;
  const evidence = { plain, form: writtenForm(plain, read.number), label: label(), hints: hintsAt?.(window.start) ?? noHints };
  const score = scoreNumber({ ...evidence, source: read.source });
  if (score < offeredFrom) return undefined;
  const { e164, country, international } = read.number;
  return {
    start: window.start,
    end,
    e164,
    country,
    international,
    extension: suffix?.digits,
    isFax: evidence.label === "fax",
    score,
  };
}

// E.164 allows 15 digits; "00" and "(0)" may come on top.
function hasPlausibleLength(plain: string): boolean {
  const digits = countDigits(plain);
  return digits >= 7 && digits <= 18;
}

function textBefore(text: string, start: number, precedingText: string): string {
  const own = text.slice(Math.max(0, start - labelReach), start);
  return own.trim() === "" && start <= labelReach ? `${precedingText.slice(-labelReach)} ${own}` : own;
}

interface ReadWithCountry {
  number: ReadNumber;
  source: CountrySource;
}

function readWithCountry(readable: string, label: () => Label, { readNumber, regions }: Reading): ReadWithCountry | undefined {
  if (/^[(\s]*\+/.test(readable)) {
    const number = readNumber(readable, undefined);
    return number && { number, source: "written" };
  }
  for (const [rank, region] of regions.entries()) {
    const number = readNumber(readable, region);
    if (number) return { number, source: rank === 0 ? "likeliest-region" : "next-region" };
  }
  return readWithoutPlus(readable, label, readNumber);
}

// "Tel: 44 (0) 20 7946 0958": only under a label, and only where the country code stands apart.
function readWithoutPlus(readable: string, label: () => Label, readNumber: ReadNumberText): ReadWithCountry | undefined {
  if (!/^[1-9]\d{0,2}[ (-]/.test(readable) || (label() !== "phone" && label() !== "fax")) return undefined;
  const number = readNumber(`+${readable}`, undefined);
  const countryCode = number?.international.slice(1).split(" ")[0];
  return number && countryCode === /^\d+/.exec(readable)?.[0] ? { number, source: "assumed" } : undefined;
}

// The library is strict about what stands between digits: unseen signs, line ends and brackets out of balance go.
function toReadable(plain: string): string {
  const seen = plain.replace(/[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g, "").replace(/\s+/g, " ");
  const isBalanced = (seen.match(/\(/g)?.length ?? 0) === (seen.match(/\)/g)?.length ?? 0);
  return (isBalanced ? seen : seen.replace(/[()]/g, " ")).replace(/^([(\s]*\+)\s+/, "$1").trim();
}
