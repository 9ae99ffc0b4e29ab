import type { CountryCode } from "#shared/phone-number.ts";
import { checkContacts, type ContactsFile } from "./contacts-file.ts";
import { readContactsCsv } from "./read-contacts-csv.ts";
import { readVcards } from "./read-vcards.ts";

/** Reads a file of contacts, by what is in it and not by what it is called. */
export function readContactsFile(text: string, region: CountryCode): ContactsFile {
  const isVcard = /^\uFEFF?\s*BEGIN:VCARD/i.test(text);
  return checkContacts(isVcard ? readVcards(text) : readContactsCsv(text), region);
}
