import type { E164 } from "#shared/phone-number.ts";

/** Somebody who can be called: a contact, or a number that was. */
export interface Person {
  number: E164;
  /** Undefined for a number that was called and is nobody's. */
  name: string | undefined;
  company: string | undefined;
  /** Undefined for whoever was never called. */
  calledAtMs: number | undefined;
}

// One digit stands in nearly every number.
const fewestDigits = 2;

/**
 * Whom a text may mean, the likeliest first: by the beginnings of the words of a name ("lov", "ada lo"), by its initials ("al"), by some
 * of a name or company, or by digits of a number. Of those that are as likely, whoever was called last comes first.
 */
export function matchingPeople(people: readonly Person[], text: string): Person[] {
  const asked = fold(text.trim());
  if (asked === "") return [];
  return people
    .map((person) => ({ person, rank: rankOf(person, asked) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank || (other.person.calledAtMs ?? 0) - (one.person.calledAtMs ?? 0))
    .map(({ person }) => person);
}

function rankOf({ name, company, number }: Person, asked: string): number {
  const words = wordsOf(fold(name ?? ""));
  if (beginsWords(words, wordsOf(asked))) return 3;
  if (isInitials(words, asked)) return 2;
  const isPartOfName = fold(name ?? "").includes(asked) || fold(company ?? "").includes(asked);
  return isPartOfName || hasDigits(number, asked) ? 1 : 0;
}

/** "ada lo" begins "Ada King Lovelace": each word of it begins a word of the name, in the same order. */
function beginsWords(words: readonly string[], beginnings: readonly string[]): boolean {
  let at = 0;
  for (const beginning of beginnings) {
    const found = words.findIndex((word, index) => index >= at && word.startsWith(beginning));
    if (found === -1) return false;
    at = found + 1;
  }
  return beginnings.length > 0;
}

/** "al" and "akl" are initials of "Ada King Lovelace". One letter is a beginning. */
function isInitials(words: readonly string[], asked: string): boolean {
  const letters = Array.from(asked.replaceAll(/[\s.]/g, ""));
  return letters.length > 1 && beginsWords(words, letters);
}

function hasDigits(number: string, asked: string): boolean {
  const digits = asked.replaceAll(/[\s()./+-]/g, "");
  return /^\d+$/.test(digits) && digits.length >= fewestDigits && number.includes(digits.replace(/^00?/, ""));
}

/** So that "jose" finds "José" and "ÖZGE" finds "Özge". */
function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
