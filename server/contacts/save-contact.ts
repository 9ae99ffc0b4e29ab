import { mostContactsOfAccount, type saveContactSchema } from "#shared/api/contacts.ts";
import { contactIdSchema, type AccountId } from "#shared/ids.ts";
import { parsePhoneNumber, type InvalidNumber } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { ulid } from "ulid";
import type { z } from "zod";
import type { Clock } from "../clock.ts";
import type { ContactRow, ContactStore } from "../store/contact-store.ts";

export interface SaveContactDeps {
  contacts: Pick<ContactStore, "addContact" | "countContacts">;
  clock: Clock;
}

export type ContactNotSaved =
  | { kind: "invalid_number"; why: InvalidNumber }
  | { kind: "contact_exists"; contact: ContactRow }
  | { kind: "too_many_contacts" };

/** Saves a contact under the E.164 form of its number. One contact a number: a second is refused, and told which has it. */
export async function saveContact(
  { contacts, clock }: SaveContactDeps,
  accountId: AccountId,
  request: z.output<typeof saveContactSchema>,
): Promise<Result<ContactRow, ContactNotSaved>> {
  const number = parsePhoneNumber(request.number, request.region);
  if (!number.ok) return err({ kind: "invalid_number", why: number.error });
  if ((await contacts.countContacts(accountId)) >= mostContactsOfAccount) return err({ kind: "too_many_contacts" });
  const nowMs = clock();
  const { contact, created } = await contacts.addContact({
    id: contactIdSchema.parse(`con_${ulid(nowMs)}`),
    accountId,
    name: request.name,
    number: number.value.e164,
    company: request.company || null,
    note: request.note || null,
    createdMs: nowMs,
    lastCalledMs: null,
  });
  return created ? ok(contact) : err({ kind: "contact_exists", contact });
}
