import type { AccountId, ContactId } from "#shared/ids.ts";
import type { E164 } from "#shared/phone-number.ts";
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

/** Contacts of an account; one contact a number. */
export interface ContactStore {
  /** `created: false` and the contact that has the number already, when there is one. */
  addContact(contact: ContactRow): Promise<{ contact: ContactRow; created: boolean }>;
  findContactByNumber(accountId: AccountId, number: E164): Promise<ContactRow | undefined>;
  listContacts(accountId: AccountId, page: { query?: string; cursor?: string; limit: number }): Promise<Page<ContactRow>>;
  /** Moves `lastCalledMs` forward; never back. */
  touchContact(id: ContactId, calledMs: number): Promise<void>;
}
