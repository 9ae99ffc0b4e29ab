import { foldedInitials, foldText } from "#shared/fold-text.ts";
import { countryOf, type CountryCode, type E164 } from "#shared/phone-number.ts";
import type { Call } from "#shared/api/calls.ts";
import type { Contact } from "#shared/api/contacts.ts";

/** Somebody who can be called: a contact, or a number that was called before. */
export interface Person {
  number: E164;
  name: string | null;
  company: string | null;
  country: CountryCode | undefined;
  /** When they were called last, ISO 8601. */
  calledAt: string | null;
}

interface Known {
  contacts: readonly Pick<Contact, "number" | "name" | "company" | "lastCalledAt">[];
  /** Newest first. */
  calls: readonly Pick<Call, "toNumber" | "contactName" | "createdAt">[];
}

/**
 * The people that what is typed may mean, likeliest first: by the beginning of their name or of a word of it, by their initials, by
 * a piece of name or company, or by digits of their number. Accents and case do not matter, and an umlaut may be spelt out.
 */
export function matchPeople(known: Known, query: string): Person[] {
  const wanted = foldText(query);
  const digits = dialledDigits(query);
  if (wanted === "") return [];
  return everybody(known)
    .map((person) => ({ person, rank: rankOf(person, { wanted, digits }) }))
    .filter(({ rank }) => rank < noMatch)
    .toSorted((one, other) => one.rank - other.rank || byRecency(one.person, other.person))
    .map(({ person }) => person);
}

/** Each number once: the contact's name where there is one, and the last call. */
function everybody({ contacts, calls }: Known): Person[] {
  const people = new Map<E164, Person>();
  for (const { number, name, company, lastCalledAt } of contacts) {
    people.set(number, { number, name, company, country: countryOf(number), calledAt: lastCalledAt });
  }
  for (const { toNumber: number, contactName, createdAt } of calls) {
    const known = people.get(number);
    if (!known) people.set(number, { number, name: contactName, company: null, country: countryOf(number), calledAt: createdAt });
    else if (!known.calledAt || known.calledAt < createdAt) people.set(number, { ...known, calledAt: createdAt });
  }
  return [...people.values()];
}

const noMatch = 9;
const leastDigits = 2;
const leastInitials = 2;

interface Wanted {
  wanted: string;
  digits: string;
}

function rankOf({ number, name, company }: Person, { wanted, digits }: Wanted): number {
  if (digits.length >= leastDigits) return number.startsWith(`+${digits}`) ? 0 : number.includes(digits) ? 1 : noMatch;
  const ranks = name ? spellings(name).map((folded) => rankOfName(folded, wanted)) : [];
  if (company && foldText(company).includes(wanted)) ranks.push(4);
  return Math.min(noMatch, ...ranks);
}

function rankOfName(folded: string, wanted: string): number {
  if (folded.startsWith(wanted)) return 0;
  if (folded.includes(` ${wanted}`) || folded.includes(`-${wanted}`)) return 1;
  if (wanted.length >= leastInitials && foldedInitials(folded).startsWith(wanted.replaceAll(" ", ""))) return 2;
  return folded.includes(wanted) ? 3 : noMatch;
}

const spelt: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue" };

/** "Müller" is typed as "muller" by some and as "mueller" by others. */
function spellings(name: string): string[] {
  const spelledOut = name.normalize("NFC").replaceAll(/[äöü]/gi, (letter) => spelt[letter] ?? letter);
  return [foldText(name), ...(spelledOut === name ? [] : [foldText(spelledOut)])];
}

/** What is typed as a number, without what is not dialled from abroad: the trunk prefix or the prefix for abroad. */
function dialledDigits(query: string): string {
  return /\p{L}/u.test(query) ? "" : query.replace(/\D/g, "").replace(/^0+/, "");
}

function byRecency(one: Person, other: Person): number {
  return (other.calledAt ?? "").localeCompare(one.calledAt ?? "") || (one.name ?? "").localeCompare(other.name ?? "");
}
