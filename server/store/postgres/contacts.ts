import { and, asc, eq, getTableColumns, or, sql, type Column } from "drizzle-orm";
import { cutPage } from "../keyset.ts";
import type { ContactStore } from "../contact-store.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { contacts } from "./schema/contacts.ts";
import type { Transact } from "./transactions.ts";

/** Contacts beside the calls, so that a call finds its contact's name by a look aside. */
export function createContactStore(database: PostgresDatabase, transact: Transact): ContactStore {
  const { byNumber, nameOf, matching, touch } = contactsOn(database);
  return {
    async addContact(contact) {
      return transact(async (database) => {
        const { add, byNumber } = contactsOn(database);
        const created = (await add.execute({ ...contact })).rowCount === 1;
        const [kept] = await byNumber.execute({ accountId: contact.accountId, number: contact.number });
        return { contact: kept ?? contact, created };
      });
    },
    findContactByNumber: async (accountId, number) => (await byNumber.execute({ accountId, number }))[0],
    async listContacts(accountId, { query = "", cursor, limit }) {
      const after = cursor === undefined ? { name: "", id: "" } : (await nameOf.execute({ accountId, id: cursor }))[0];
      if (!after) return { items: [], nextCursor: null };
      const text = escapeLike(query.trim());
      const digits = query.replaceAll(/\D/g, "");
      return cutPage(await matching.execute({ accountId, ...after, text, digits, limit: limit + 1 }), limit);
    },
    async touchContact(id, calledMs) {
      await touch.execute({ id, calledMs });
    },
  };
}

// The index has the names so. The locale of a database, which orders names otherwise, is not known to the index.
const caseless = (name: unknown) => sql`lower(${name} COLLATE "C")`;

const text = (name: string) => sql`${sql.placeholder(name)}::text`;

const contactsOn = preparedOn((database) => {
  const ofAccount = eq(contacts.accountId, sql.placeholder("accountId"));
  return {
    add: database
      .insert(contacts)
      .values(placeholdersFor(contacts, ["id", "accountId", "name", "number", "company", "note", "createdMs", "lastCalledMs"]))
      .onConflictDoNothing({ target: [contacts.accountId, contacts.number] })
      .prepare("add_contact"),
    byNumber: database
      .select()
      .from(contacts)
      .where(and(ofAccount, eq(contacts.number, sql.placeholder("number"))))
      .prepare("contact_by_number"),
    nameOf: database
      .select({ name: contacts.name, id: contacts.id })
      .from(contacts)
      .where(and(ofAccount, eq(contacts.id, sql.placeholder("id"))))
      .prepare("contact_name"),
    matching: database
      .select(getTableColumns(contacts))
      .from(contacts)
      .where(
        and(
          ofAccount,
          sql`(${caseless(contacts.name)}, ${contacts.id}) > (${caseless(text("name"))}, ${text("id")})`,
          or(
            contains(contacts.name, "text"),
            contains(contacts.company, "text"),
            // "(415) 555" finds +1415555...: a number is searched by its digits, if the text has any.
            and(sql`${text("digits")} <> ''`, contains(contacts.number, "digits")),
          ),
        ),
      )
      .orderBy(caseless(contacts.name), asc(contacts.id))
      .limit(sql.placeholder("limit"))
      .prepare("contacts_matching"),
    touch: database
      .update(contacts)
      .set({ lastCalledMs: sql`greatest(${contacts.lastCalledMs}, ${sql.placeholder("calledMs")}::bigint)` })
      .where(eq(contacts.id, sql.placeholder("id")))
      .prepare("touch_contact"),
  };
});

function contains(column: Column, placeholder: string) {
  return sql`${column} ILIKE '%' || ${sql.placeholder(placeholder)} || '%' ESCAPE '\\'`;
}

/** A percent sign that a person types means a percent sign. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
