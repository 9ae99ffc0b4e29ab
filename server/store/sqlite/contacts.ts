import type { AccountId } from "#shared/ids.ts";
import { err, ok } from "#shared/result.ts";
import { and, asc, eq, getTableColumns, isNull, or, sql } from "drizzle-orm";
import { searchPatterns } from "../call-filter.ts";
import type { ContactChange, ContactRow, ContactStore } from "../contact-store.ts";
import { foldedContact } from "../folded-contact.ts";
import { cutPage } from "../keyset.ts";
import { noMove } from "../outcome/outcome.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { Purse } from "./purse.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";

/** Contacts beside the calls, so that a call finds its contact's name by a join. */
export function createContactStore(database: SqliteDatabase, { commit }: Committer, purse: Purse): ContactStore {
  const read = prepareReads(database);
  const write = prepareWrites(database);

  /** Gives a contact the calls to its number that were nobody's. */
  function adopt({ id, accountId, number }: ContactChange): void {
    if (write.adopt.run({ id, accountId, number }).changes > 0) write.touchByCalls.run({ id });
  }

  function add(contact: ContactRow): boolean {
    const created = write.add.run({ ...contact, folded: foldedContact(contact) }).changes === 1;
    if (created) adopt(contact);
    return created;
  }

  function replace({ accountId, number, name, company, note }: ContactRow): void {
    const folded = foldedContact({ name, company });
    write.replace.run({ accountId, number, name, company, note, folded });
  }

  /** Tells the account's other screens. */
  function tell(accountId: AccountId, noteChanged: (accountId: AccountId) => void): void {
    purse.move(accountId, noMove);
    noteChanged(accountId);
  }

  return {
    async addContact(contact) {
      return commit((noteChanged) => {
        const created = add(contact);
        if (created) tell(contact.accountId, noteChanged);
        const kept = read.byNumber.get({ accountId: contact.accountId, number: contact.number });
        return { contact: kept ?? contact, created };
      });
    },
    async importContacts(rows, onDuplicate) {
      return commit((noteChanged) => {
        const added = rows.filter((contact) => {
          const created = add(contact);
          if (!created && onDuplicate === "replace") replace(contact);
          return created;
        }).length;
        if (rows[0]) tell(rows[0].accountId, noteChanged);
        const others = rows.length - added;
        return onDuplicate === "replace" ? { added, replaced: others, kept: 0 } : { added, replaced: 0, kept: others };
      });
    },
    async updateContact(change) {
      return commit((noteChanged) => {
        const { id, accountId, number } = change;
        if (!read.byId.get({ accountId, id })) return err({ kind: "not_found" });
        const other = read.byNumber.get({ accountId, number });
        if (other && other.id !== id) return err({ kind: "contact_exists", contact: other });
        write.update.run({ ...change, folded: foldedContact(change) });
        adopt(change);
        tell(accountId, noteChanged);
        return ok(written(read.byId.get({ accountId, id })));
      });
    },
    async removeContact(accountId, id) {
      return commit((noteChanged) => {
        const contact = read.byId.get({ accountId, id });
        if (!contact) return undefined;
        write.remove.run({ id });
        tell(accountId, noteChanged);
        return contact;
      });
    },
    countContacts: async (accountId) => read.count.get({ accountId })?.count ?? 0,
    findContactByNumber: async (accountId, number) => read.byNumber.get({ accountId, number }),
    async listContacts(accountId, { query, cursor, limit }) {
      const after = cursor === undefined ? { name: "", id: "" } : read.byId.get({ accountId, id: cursor });
      if (!after) return { items: [], nextCursor: null };
      const patterns = searchPatterns(query);
      const asked = { accountId, name: after.name, id: after.id, limit: limit + 1 };
      const found = patterns
        ? read.matching.all({ ...asked, folded: patterns.folded, digits: patterns.digits ?? null })
        : read.all.all(asked);
      return cutPage(found, limit);
    },
    async touchContact(id, calledMs) {
      await commit(() => write.touch.run({ id, calledMs }));
    },
  };
}

function written(contact: ContactRow | undefined): ContactRow {
  if (!contact) throw new Error("A contact that was just written cannot be read.");
  return contact;
}

const { folded: _folded, ...contactColumns } = getTableColumns(contacts);
const ofAccount = eq(contacts.accountId, sql.placeholder("accountId"));
const hasId = eq(contacts.id, sql.placeholder("id"));
const hasNumber = eq(contacts.number, sql.placeholder("number"));

function prepareReads(database: SqliteDatabase) {
  const byName = [asc(sql`${contacts.name} COLLATE NOCASE`), asc(contacts.id)];
  const later = sql`(${contacts.name} COLLATE NOCASE, ${contacts.id}) > (${sql.placeholder("name")}, ${sql.placeholder("id")})`;
  const matches = or(
    sql`${contacts.folded} LIKE ${sql.placeholder("folded")} ESCAPE '\\'`,
    sql`${contacts.number} LIKE ${sql.placeholder("digits")} ESCAPE '\\'`,
  );
  const select = () => database.select(contactColumns).from(contacts);
  const limit = sql.placeholder("limit");
  return {
    byNumber: select().where(and(ofAccount, hasNumber)).prepare(),
    byId: select().where(and(ofAccount, hasId)).prepare(),
    count: database
      .select({ count: sql<number>`count(*)` })
      .from(contacts)
      .where(ofAccount)
      .prepare(),
    all: select()
      .where(and(ofAccount, later))
      .orderBy(...byName)
      .limit(limit)
      .prepare(),
    matching: select()
      .where(and(ofAccount, later, matches))
      .orderBy(...byName)
      .limit(limit)
      .prepare(),
  };
}

function prepareWrites(database: SqliteDatabase) {
  const whatMayChange = ["name", "company", "note", "folded"] as const;
  const lastCall = sql`(SELECT max(${calls.createdMs}) FROM ${calls} WHERE ${calls.contactId} = ${sql.placeholder("id")})`;
  return {
    add: database
      .insert(contacts)
      .values(
        placeholdersFor(contacts, [
          "id",
          "accountId",
          "name",
          "number",
          "company",
          "note",
          "createdMs",
          "lastCalledMs",
          "folded",
        ]),
      )
      .onConflictDoNothing({ target: [contacts.accountId, contacts.number] })
      .prepare(),
    update: database
      .update(contacts)
      .set(placeholdersFor(contacts, [...whatMayChange, "number"]))
      .where(hasId)
      .prepare(),
    replace: database.update(contacts).set(placeholdersFor(contacts, whatMayChange)).where(and(ofAccount, hasNumber)).prepare(),
    remove: database.delete(contacts).where(hasId).prepare(),
    touch: database
      .update(contacts)
      .set({ lastCalledMs: sql`max(coalesce(${contacts.lastCalledMs}, 0), ${sql.placeholder("calledMs")})` })
      .where(hasId)
      .prepare(),
    adopt: database
      .update(calls)
      .set({ contactId: sql`${sql.placeholder("id")}` })
      .where(
        and(
          eq(calls.accountId, sql.placeholder("accountId")),
          eq(calls.toNumber, sql.placeholder("number")),
          isNull(calls.contactId),
        ),
      )
      .prepare(),
    touchByCalls: database
      .update(contacts)
      .set({ lastCalledMs: sql`max(coalesce(${contacts.lastCalledMs}, 0), ${lastCall})` })
      .where(hasId)
      .prepare(),
  };
}
