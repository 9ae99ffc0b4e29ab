import type { Contact } from "#shared/api/contacts.ts";
import { plainCell } from "#shared/plain-cell.ts";
import { stringify } from "csv-stringify/browser/esm/sync";
import ICAL from "ical.js";

/** Contacts as a spreadsheet reads them (RFC 4180), and as this program reads them back. */
export function contactsCsv(contacts: readonly Contact[]): string {
  const rows = contacts.map(({ name, number, company, note }) => ({
    name: plainCell(name),
    number,
    company: plainCell(company ?? ""),
    note: plainCell(note ?? ""),
  }));
  return stringify(rows, {
    header: true,
    columns: ["name", "number", "company", "note"],
    bom: true,
    record_delimiter: "windows",
  });
}

/** Contacts as vCards of version 3.0, which every address book reads (RFC 2426). */
export function contactsVcard(contacts: readonly Contact[]): string {
  return contacts.map((contact) => `${ICAL.stringify(cardOf(contact))}\r\n`).join("");
}

/** jCard, RFC 7095. */
function cardOf({ name, number, company, note }: Contact) {
  const properties = [
    ["version", {}, "text", "3.0"],
    ["fn", {}, "text", name],
    ["n", {}, "text", ["", name, "", "", ""]],
    ["tel", {}, "phone-number", number],
    ...(company ? [["org", {}, "text", [company]]] : []),
    ...(note ? [["note", {}, "text", note]] : []),
  ];
  return ["vcard", properties, []];
}
