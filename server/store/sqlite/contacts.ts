import { and, asc, eq, getTableColumns, or, sql, type Column } from "drizzle-orm";
import { cutPage } from "../keyset.ts";
import type { ContactStore } from "../contact-store.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { contacts } from "./schema/contacts.ts";

/** Contacts beside the calls, so that a call finds its contact's name by a join. */
export function createContactStore(database: SqliteDatabase, { commit }: Committer): ContactStore {
  const ofAccount = eq(contacts.accountId, sql.placeholder("accountId"));
  const byName = [asc(sql`${contacts.name} COLLATE NOCASE`), asc(contacts.id)];
  const add = database
    .insert(contacts)
    .values(placeholdersFor(contacts, ["id", "accountId", "name", "number", "company", "note", "createdMs", "lastCalledMs"]))
    .onConflictDoNothing({ target: [contacts.accountId, contacts.number] })
    .prepare();
  const byNumber = database
    .select()
    .from(contacts)
    .where(and(ofAccount, eq(contacts.number, sql.placeholder("number"))))
    .prepare();
  const nameOf = database
    .select({ name: contacts.name, id: contacts.id })
    .from(contacts)
    .where(and(ofAccount, eq(contacts.id, sql.placeholder("id"))))
    .prepare();
  const matching = database
    .select(getTableColumns(contacts))
    .from(contacts)
    .where(
      and(
        ofAccount,
        sql`(${contacts.name} COLLATE NOCASE, ${contacts.id}) > (${sql.placeholder("name")}, ${sql.placeholder("id")})`,
        or(
          contains(contacts.name, "text"),
          contains(contacts.company, "text"),
          // "(415) 555" finds +1415555...: a number is searched by its digits, if the text has any.
          and(sql`${sql.placeholder("digits")} <> ''`, contains(contacts.number, "digits")),
        ),
      ),
    )
    .orderBy(...byName)
    .limit(sql.placeholder("limit"))
    .prepare();
  const touch = database
    .update(contacts)
    .set({ lastCalledMs: sql`max(coalesce(${contacts.lastCalledMs}, 0), ${sql.placeholder("calledMs")})` })
    .where(eq(contacts.id, sql.placeholder("id")))
    .prepare();

  return {
    async addContact(contact) {
      return commit(() => {
        const created = add.run({ ...contact }).changes === 1;
        const kept = byNumber.get({ accountId: contact.accountId, number: contact.number });
        return { contact: kept ?? contact, created };
      });
    },
    findContactByNumber: async (accountId, number) => byNumber.get({ accountId, number }),
    async listContacts(accountId, { query = "", cursor, limit }) {
      const after = cursor === undefined ? { name: "", id: "" } : nameOf.get({ accountId, id: cursor });
      if (!after) return { items: [], nextCursor: null };
      const text = escapeLike(query.trim());
      const digits = query.replaceAll(/\D/g, "");
      return cutPage(matching.all({ accountId, ...after, text, digits, limit: limit + 1 }), limit);
    },
    async touchContact(id, calledMs) {
      await commit(() => touch.run({ id, calledMs }));
    },
  };
}

function contains(column: Column, placeholder: string) {
  return sql`${column} LIKE '%' || ${sql.placeholder(placeholder)} || '%' ESCAPE '\\'`;
}

/** A percent sign that a person types means a percent sign. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
