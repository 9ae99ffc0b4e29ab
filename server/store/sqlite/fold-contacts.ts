import { eq, isNull } from "drizzle-orm";
import { foldedContact } from "../folded-contact.ts";
import type { SqliteDatabase } from "./database.ts";
import { contacts } from "./schema/contacts.ts";

/** Makes contacts findable that were saved before contacts were folded. SQL cannot fold, so it is no migration. */
export function foldContacts(database: SqliteDatabase): void {
  database.transaction(() => {
    for (const contact of database.select().from(contacts).where(isNull(contacts.folded)).all())
      database
        .update(contacts)
        .set({ folded: foldedContact(contact) })
        .where(eq(contacts.id, contact.id))
        .run();
  });
}
