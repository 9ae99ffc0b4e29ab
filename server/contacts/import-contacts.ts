import { mostContactsOfAccount, type importContactsSchema, type ImportContactsAnswer } from "#shared/api/contacts.ts";
import { contactIdSchema, type AccountId } from "#shared/ids.ts";
import { parsePhoneNumber } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { ulid } from "ulid";
import type { z } from "zod";
import type { Clock } from "../clock.ts";
import type { ContactRow, ContactStore } from "../store/contact-store.ts";

export interface ImportContactsDeps {
  contacts: Pick<ContactStore, "importContacts" | "countContacts">;
  clock: Clock;
}

/** Imports contacts under the E.164 form of their numbers. Those whose number is none are left out and named. */
export async function importContacts(
  { contacts, clock }: ImportContactsDeps,
  accountId: AccountId,
  { contacts: asked, onDuplicate }: z.output<typeof importContactsSchema>,
): Promise<Result<ImportContactsAnswer, "too_many_contacts">> {
  if ((await contacts.countContacts(accountId)) + asked.length > mostContactsOfAccount) return err("too_many_contacts");
  const nowMs = clock();
  const rows: ContactRow[] = [];
  const refused: number[] = [];
  for (const [place, { name, number, region, company, note }] of asked.entries()) {
    const parsed = parsePhoneNumber(number, region);
    if (!parsed.ok) {
      refused.push(place);
      continue;
    }
    rows.push({
      id: contactIdSchema.parse(`con_${ulid(nowMs)}`),
      accountId,
      name,
      number: parsed.value.e164,
      company: company || null,
      note: note || null,
      createdMs: nowMs,
      lastCalledMs: null,
    });
  }
  return ok({ ...(await contacts.importContacts(rows, onDuplicate)), refused });
}
