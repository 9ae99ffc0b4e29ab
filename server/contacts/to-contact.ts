import type { Contact } from "#shared/api/contacts.ts";
import type { ContactRow } from "../store/contact-store.ts";

/** A contact as the API tells it. */
export function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    company: row.company,
    note: row.note,
    createdAt: new Date(row.createdMs).toISOString(),
    lastCalledAt: row.lastCalledMs === null ? null : new Date(row.lastCalledMs).toISOString(),
  };
}
