import type { saveContactSchema } from "#shared/api/contacts.ts";
import type { AccountId, ContactId } from "#shared/ids.ts";
import { parsePhoneNumber, type InvalidNumber } from "#shared/phone-number.ts";
import { err, type Result } from "#shared/result.ts";
import type { z } from "zod";
import type { ContactNotChanged, ContactRow, ContactStore } from "../store/contact-store.ts";

/** Writes over all that a person may change of a contact. Its calls stay its calls, also when its number changes. */
export async function changeContact(
  contacts: Pick<ContactStore, "updateContact">,
  { accountId, id }: { accountId: AccountId; id: ContactId },
  request: z.output<typeof saveContactSchema>,
): Promise<Result<ContactRow, ContactNotChanged | { kind: "invalid_number"; why: InvalidNumber }>> {
  const number = parsePhoneNumber(request.number, request.region);
  if (!number.ok) return err({ kind: "invalid_number", why: number.error });
  return contacts.updateContact({
    id,
    accountId,
    name: request.name,
    number: number.value.e164,
    company: request.company || null,
    note: request.note || null,
  });
}
