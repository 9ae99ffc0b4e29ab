import { eq, isNull } from "drizzle-orm";
import { foldedContact } from "../folded-contact.ts";
import type { PostgresDatabase } from "./pool.ts";
import { contacts } from "./schema/contacts.ts";

const pageSize = 500;

/** Makes contacts findable that were saved before contacts were folded. SQL cannot fold, so it is no migration. */
export async function foldContacts(database: Pick<PostgresDatabase, "select" | "update">): Promise<void> {
  for (;;) {
    const page = await database.select().from(contacts).where(isNull(contacts.folded)).limit(pageSize);
    if (page.length === 0) return;
    for (const contact of page)
      await database
        .update(contacts)
        .set({ folded: foldedContact(contact) })
        .where(eq(contacts.id, contact.id));
  }
}
