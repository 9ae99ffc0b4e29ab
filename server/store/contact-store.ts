import type { AccountId, ContactId } from "#shared/ids.ts";
import type { E164 } from "#shared/phone-number.ts";
import type { Result } from "#shared/result.ts";
import type { Page } from "./store.ts";

export interface ContactRow {
  id: ContactId;
  accountId: AccountId;
  name: string;
  number: E164;
  company: string | null;
  note: string | null;
  createdMs: number;
  lastCalledMs: number | null;
}

/** What a person may change of a contact. */
export type ContactChange = Pick<ContactRow, "id" | "accountId" | "name" | "number" | "company" | "note">;

export type ContactNotChanged = { kind: "not_found" } | { kind: "contact_exists"; contact: ContactRow };

/** What an import did: a number that had a contact is either kept as it was or written over. */
interface Imported {
  added: number;
  replaced: number;
  kept: number;
}

/**
 * Contacts of an account; one contact a number. Calls to a number that was nobody's become the calls of whoever is given that
 * number, so that the history shows the name.
 */
export interface ContactStore {
  /** `created: false` and the contact that has the number already, when there is one. */
  addContact(contact: ContactRow): Promise<{ contact: ContactRow; created: boolean }>;
  /** Adds many at once, of one account. `onDuplicate` says what becomes of a number that has a contact. */
  importContacts(contacts: readonly ContactRow[], onDuplicate: "keep" | "replace"): Promise<Imported>;
  updateContact(change: ContactChange): Promise<Result<ContactRow, ContactNotChanged>>;
  /** Its calls stay, and are nobody's. `undefined` when the account has no such contact. */
  removeContact(accountId: AccountId, id: ContactId): Promise<ContactRow | undefined>;
  countContacts(accountId: AccountId): Promise<number>;
  findContactByNumber(accountId: AccountId, number: E164): Promise<ContactRow | undefined>;
  /** By name. `query` is part of a name, of initials, of a company or of a number, whatever its accents and case. */
  listContacts(accountId: AccountId, page: { query?: string; cursor?: string; limit: number }): Promise<Page<ContactRow>>;
  /** Moves `lastCalledMs` forward; never back. */
  touchContact(id: ContactId, calledMs: number): Promise<void>;
}
