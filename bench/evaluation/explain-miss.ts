import type { CountryCode } from "#shared/phone-number.ts";
import { findCandidates, toPlainSigns } from "../../extension/detection/candidates.ts";
import { findNumbers } from "../../extension/detection/find-numbers.ts";
import { labelOf } from "../../extension/detection/labels.ts";
import { isVetoedByNeighbour } from "../../extension/detection/neighbour-veto.ts";
import { readNumberText } from "../../extension/detection/phone-library.ts";
import { isVetoedByShape } from "../../extension/detection/shape-veto.ts";
import { isInsideUrl } from "../../extension/detection/url-veto.ts";

/** A number that stands in a text and was not marked. */
export interface Miss {
  text: string;
  start: number;
  end: number;
  region: CountryCode | undefined;
}

/** The rule by which a number was not marked; undefined when no rule of ours explains it. */
export function explainMiss({ text, start, end, region }: Miss): string | undefined {
  const plain = toPlainSigns(text.slice(start, end));
  const digits = plain.replace(/\D/g, "");
  if (digits.length < 7) return "fewer than seven digits are nobody's whole number";
  if (!readNumberText(plain.includes("+") ? `+${digits}` : digits, region)) return "no valid number by today's numbering plans";
  const place = { text, start, end, breaks: new Set<number>() };
  if (isVetoedByNeighbour(place)) return "a letter, digit or currency sign right beside makes it part of something else";
  if (isVetoedByShape(plain)) return "it has the shape of a date, a decimal, a card, an ISBN or single digits in a row";
  if (isInsideUrl(text, { start, end })) return "it stands in a web or e-mail address";
  if (labelOf({ preceding: text.slice(Math.max(0, start - 49), start), following: "" }) === "reference")
    return "a word before it names it as something else";
  if (!findCandidates(text).some((candidate) => candidate.start <= start && candidate.end >= end))
    return "a sign that divides numbers stands in it";
  const offered = findNumbers({ text }, { readNumber: readNumberText, regions: region ? [region] : [], atLeast: -1 });
  const found = offered.find((number) => number.start < end && number.end > start);
  if (found)
    return /\D/.test(plain)
      ? "grouped as no country groups it, and no word for phone beside it"
      : "bare digits need a word for phone beside them";
  return cutsShort(text, { start, end }) ? "it would be cut short: there are more digits than the number has" : undefined;
}

function cutsShort(text: string, { start, end }: { start: number; end: number }): boolean {
  return findCandidates(text).some((candidate) => candidate.start < start || candidate.end > end);
}
