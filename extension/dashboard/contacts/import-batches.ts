import type { ImportContacts } from "#shared/api/contacts.ts";
import type { ReadContact } from "./contacts-file.ts";

type Batch = ImportContacts["contacts"];

// The server takes 200 contacts at once, and 64 kB of whatever is sent.
const mostContacts = 200;
const mostBytes = 48 * 1024;

/** Contacts in as few requests as the server takes them in, in order. */
export function importBatches(contacts: readonly ReadContact[]): Batch[] {
  const batches: Batch[] = [];
  let bytes = 0;
  for (const { name, e164, company, note } of contacts) {
    const contact = { name, number: e164, company, note };
    const size = new TextEncoder().encode(JSON.stringify(contact)).length;
    const last = batches.at(-1);
    if (last && last.length < mostContacts && bytes + size <= mostBytes) {
      last.push(contact);
      bytes += size;
    } else {
      batches.push([contact]);
      bytes = size;
    }
  }
  return batches;
}
