import { countDigits, type Candidate } from "./candidates.ts";

// Where one number may end and another begin: a line end, a tab, a wide gap, a slash, a dash between spaces, the end of a
// sentence, a space before a bracket or a plus. A single space, dot or hyphen never divides two numbers by itself.
const strongDivision = /\s*(?:[\n\r\t\f\v]|\s{2,}|\/|(?<=\s)-{1,3}(?=\s)|\.\s|\s(?=[(+]))\s*/g;
const mayHoldDivision = /[\n\r\t\f\v/]|\.\s|\s[\s(+-]/;
const mostJoinedParts = 4;
const mostDigits = 18;

/**
 * The stretches of a candidate that may be a number, whole candidate first, then the parts between strong divisions, joined
 * and alone, then single words that are written as one. `plain` is the candidate's text in plain signs; `offset` is
 * where it stands in the text that the answers count in.
 */
export function narrowings(plain: string, place: { offset: number; breaks: readonly number[] }): Candidate[] {
  const whole = { start: place.offset, end: place.offset + plain.length };
  const found = plain.length > mostDigits && countDigits(plain) > mostDigits ? [] : [whole];
  if (plain.startsWith("(") && !plain.includes(")")) found.unshift({ start: place.offset + 1, end: whole.end });
  const divisions = divisionsOf(plain, place);
  if (divisions.length === 0) {
    found.push(...joinedWords(plain, whole, place.offset));
    return found;
  }
  const parts = divide(plain, place.offset, divisions);
  for (const [first, part] of parts.entries()) {
    for (let last = Math.min(first + mostJoinedParts, parts.length) - 1; last > first; last--) {
      const joined = { start: part.start, end: parts[last]?.end ?? part.end };
      if (joined.start !== whole.start || joined.end !== whole.end) found.push(joined);
    }
    found.push(part, ...joinedWords(plain, part, place.offset));
  }
  return found;
}

interface Division {
  at: number;
  length: number;
}

function divide(plain: string, offset: number, divisions: readonly Division[]): Candidate[] {
  const parts: Candidate[] = [];
  let start = 0;
  const close = (end: number, next: number): void => {
    const part = trimToNumber(plain, { start, end });
    if (part) parts.push({ start: part.start + offset, end: part.end + offset });
    start = next;
  };
  for (const { at, length } of divisions) if (at >= start) close(at, at + length);
  close(plain.length, plain.length);
  return parts;
}

function divisionsOf(plain: string, { offset, breaks }: { offset: number; breaks: readonly number[] }): Division[] {
  const divisions = mayHoldDivision.test(plain)
    ? Array.from(plain.matchAll(strongDivision), (match) => ({ at: match.index, length: match[0].length }))
    : [];
  if (breaks.length === 0) return divisions;
  // Two digits side by side read as one number, whatever nodes they are in.
  const between = breaks
    .map((position) => position - offset)
    .filter((at) => at > 0 && at < plain.length && !/\d\d/.test(plain.slice(at - 1, at + 1)))
    .map((at) => ({ at, length: 0 }));
  return between.length === 0 ? divisions : [...divisions, ...between].toSorted((one, other) => one.at - other.at);
}

// "91773 909-394-6200": the second word is a number for itself, the first is not part of it.
function joinedWords(plain: string, part: Candidate, offset: number): Candidate[] {
  const text = plain.slice(part.start - offset, part.end - offset);
  if (!text.includes(" ") || !/\d{3}[-.]\d/.test(text)) return [];
  return Array.from(text.matchAll(/\S+/g), (match) => ({ word: match[0], start: part.start + match.index }))
    .filter(({ word }) => /\d[-.]\d/.test(word) && countDigits(word) >= 9)
    .map(({ word, start }) => ({ start, end: start + word.length }));
}

function trimToNumber(plain: string, { start, end }: Candidate): Candidate | undefined {
  const text = plain.slice(start, end);
  const first = /[+(]*\s?\d/.exec(text)?.index;
  const last = lastDigit(text);
  return first === undefined || last < 0 ? undefined : { start: start + first, end: start + last + 1 };
}

function lastDigit(text: string): number {
  let index = text.length - 1;
  while (index >= 0 && !/\d/.test(text.charAt(index))) index--;
  return index;
}
