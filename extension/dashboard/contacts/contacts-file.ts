import { saveContactSchema } from "#shared/api/contacts.ts";
import { parsePhoneNumber, type CountryCode, type E164 } from "#shared/phone-number.ts";

/** A contact as a file has it, before anybody has looked at its number. */
export interface WrittenContact {
  /** Where it begins in the file; the first line is 1. */
  line: number;
  name: string;
  number: string;
  company: string;
  note: string;
}

/** A contact that can be saved. */
export interface ReadContact extends WrittenContact {
  e164: E164;
}

/** Why an entry of a file is none. */
export type EntryProblem =
  | { kind: "noName" | "noNumber" | "tooLong" | "unreadable" | "noColumns" | "nothing"; line: number }
  | { kind: "badNumber" | "twice"; line: number; number: string };

export interface ContactsFile {
  contacts: ReadContact[];
  problems: EntryProblem[];
}

export type Entry = { ok: true; value: WrittenContact } | { ok: false; error: EntryProblem };

/** Reads the numbers of what a file has, those without a country code as written in `region`. A number counts once, where it comes first. */
export function checkContacts(entries: readonly Entry[], region: CountryCode): ContactsFile {
  const contacts = new Map<E164, ReadContact>();
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    const checked = entry.ok ? check(entry.value, region) : entry.error;
    if ("kind" in checked) problems.push(checked);
    else if (contacts.has(checked.e164)) problems.push({ kind: "twice", line: checked.line, number: checked.number });
    else contacts.set(checked.e164, checked);
  }
  if (entries.length === 0) problems.push({ kind: "nothing", line: 1 });
  return { contacts: [...contacts.values()], problems };
}

function check(written: WrittenContact, region: CountryCode): ReadContact | EntryProblem {
  const { line, number } = written;
  if (written.name === "") return { kind: "noName", line };
  if (number === "") return { kind: "noNumber", line };
  const parsed = parsePhoneNumber(number, region);
  if (!parsed.ok) return { kind: "badNumber", line, number };
  const fits = saveContactSchema.safeParse({ ...written, number: parsed.value.e164 }).success;
  return fits ? { ...written, e164: parsed.value.e164 } : { kind: "tooLong", line };
}
