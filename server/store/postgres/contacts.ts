import type { AccountId } from "#shared/ids.ts";
import { err, ok } from "#shared/result.ts";
import { and, asc, eq, getTableColumns, isNull, or, sql } from "drizzle-orm";
import { searchPatterns } from "../call-filter.ts";
import type { ContactChange, ContactRow, ContactStore } from "../contact-store.ts";
import { foldedContact } from "../folded-contact.ts";
import { cutPage } from "../keyset.ts";
import { noMove } from "../outcome/outcome.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { purseOn } from "./purse.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";
import type { Transact } from "./transactions.ts";

type NoteChanged = (accountId: AccountId) => void;

/** Contacts beside the calls, so that a call finds its contact's name by a look aside. */
export function createContactStore(database: PostgresDatabase, transact: Transact): ContactStore {
  const read = readsOn(database);
  return {
    async addContact(contact) {
      return transact(async (database, noteChanged) => {
        const created = await add(database, contact);
        if (created) await tell(database, contact.accountId, noteChanged);
        const { accountId, number } = contact;
        const [kept] = await readsOn(database).byNumber.execute({ accountId, number });
        return { contact: kept ?? contact, created };
      });
    },
    async importContacts(rows, onDuplicate) {
      return transact(async (database, noteChanged) => {
        let added = 0;
        for (const contact of rows) {
          if (await add(database, contact)) added += 1;
          else if (onDuplicate === "replace") await replace(database, contact);
        }
        if (rows[0]) await tell(database, rows[0].accountId, noteChanged);
        const others = rows.length - added;
        return onDuplicate === "replace" ? { added, replaced: others, kept: 0 } : { added, replaced: 0, kept: others };
      });
    },
    async updateContact(change) {
      return transact(async (database, noteChanged) => {
        const { id, accountId, number } = change;
        const read = readsOn(database);
        // Kept for this transaction, so that of two that want one number the second sees that the first has it.
        await purseOn(database).lock(accountId);
        if ((await read.byId.execute({ accountId, id })).length === 0) return err({ kind: "not_found" });
        const [other] = await read.byNumber.execute({ accountId, number });
        if (other && other.id !== id) return err({ kind: "contact_exists", contact: other });
        await writesOn(database).update.execute({ ...change, folded: foldedContact(change) });
        await adopt(database, change);
        await tell(database, accountId, noteChanged);
        const [changed] = await read.byId.execute({ accountId, id });
        return ok(written(changed));
      });
    },
    async removeContact(accountId, id) {
      return transact(async (database, noteChanged) => {
        const [contact] = await readsOn(database).byId.execute({ accountId, id });
        if (!contact) return undefined;
        await writesOn(database).remove.execute({ id });
        await tell(database, accountId, noteChanged);
        return contact;
      });
    },
    countContacts: async (accountId) => (await read.count.execute({ accountId }))[0]?.count ?? 0,
    findContactByNumber: async (accountId, number) => (await read.byNumber.execute({ accountId, number }))[0],
    async listContacts(accountId, { query, cursor, limit }) {
      const after = cursor === undefined ? { name: "", id: "" } : (await read.byId.execute({ accountId, id: cursor }))[0];
      if (!after) return { items: [], nextCursor: null };
      const patterns = searchPatterns(query);
      const asked = { accountId, name: after.name, id: after.id, limit: limit + 1 };
      const found = patterns
        ? await read.matching.execute({ ...asked, folded: patterns.folded, digits: patterns.digits ?? null })
        : await read.all.execute(asked);
      return cutPage(found, limit);
    },
    async touchContact(id, calledMs) {
      await writesOn(database).touch.execute({ id, calledMs });
    },
  };
}

async function add(database: PostgresDatabase, contact: ContactRow): Promise<boolean> {
  const { rowCount } = await writesOn(database).add.execute({ ...contact, folded: foldedContact(contact) });
  if (rowCount !== 1) return false;
  await adopt(database, contact);
  return true;
}

async function replace(database: PostgresDatabase, { accountId, number, name, company, note }: ContactRow): Promise<void> {
  const folded = foldedContact({ name, company });
  await writesOn(database).replace.execute({ accountId, number, name, company, note, folded });
}

/** Gives a contact the calls to its number that were nobody's. */
async function adopt(database: PostgresDatabase, { id, accountId, number }: ContactChange): Promise<void> {
  const { rowCount } = await writesOn(database).adopt.execute({ id, accountId, number });
  if (rowCount !== 0) await writesOn(database).touchByCalls.execute({ id });
}

/** Tells the account's other screens. */
async function tell(database: PostgresDatabase, accountId: AccountId, noteChanged: NoteChanged): Promise<void> {
  await purseOn(database).move(accountId, noMove);
  noteChanged(accountId);
}

function written(contact: ContactRow | undefined): ContactRow {
  if (!contact) throw new Error("A contact that was just written cannot be read.");
  return contact;
}

const { folded: _folded, ...contactColumns } = getTableColumns(contacts);
const ofAccount = eq(contacts.accountId, sql.placeholder("accountId"));
const hasId = eq(contacts.id, sql.placeholder("id"));
const hasNumber = eq(contacts.number, sql.placeholder("number"));

// The index has the names so. The locale of a database, which orders names otherwise, is not known to the index.
const caseless = (name: unknown) => sql`lower(${name} COLLATE "C")`;

const text = (name: string) => sql`${sql.placeholder(name)}::text`;

const readsOn = preparedOn((database) => {
  const later = sql`(${caseless(contacts.name)}, ${contacts.id}) > (${caseless(text("name"))}, ${text("id")})`;
  const matches = or(
    sql`${contacts.folded} LIKE ${text("folded")} ESCAPE '\\'`,
    sql`${contacts.number} LIKE ${text("digits")} ESCAPE '\\'`,
  );
  const byName = [caseless(contacts.name), asc(contacts.id)];
  const select = () => database.select(contactColumns).from(contacts);
  const limit = sql.placeholder("limit");
  return {
    byNumber: select().where(and(ofAccount, hasNumber)).prepare("contact_by_number"),
    byId: select().where(and(ofAccount, hasId)).prepare("contact_by_id"),
    count: database
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(contacts)
      .where(ofAccount)
      .prepare("count_contacts"),
    all: select()
      .where(and(ofAccount, later))
      .orderBy(...byName)
      .limit(limit)
      .prepare("contacts"),
    matching: select()
      .where(and(ofAccount, later, matches))
      .orderBy(...byName)
      .limit(limit)
      .prepare("contacts_matching"),
  };
});

const writesOn = preparedOn((database) => {
  const whatMayChange = ["name", "company", "note", "folded"] as const;
  const id = text("id");
  const ofNobody = database
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.accountId, sql.placeholder("accountId")),
        eq(calls.toNumber, sql.placeholder("number")),
        isNull(calls.contactId),
      ),
    )
    // As everybody locks calls who locks several: in the order of their ids.
    .orderBy(asc(calls.id))
    .for("no key update");
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
      .prepare("add_contact"),
    update: database
      .update(contacts)
      .set(placeholdersFor(contacts, [...whatMayChange, "number"]))
      .where(hasId)
      .prepare("update_contact"),
    replace: database
      .update(contacts)
      .set(placeholdersFor(contacts, whatMayChange))
      .where(and(ofAccount, hasNumber))
      .prepare("replace_contact"),
    remove: database.delete(contacts).where(hasId).prepare("remove_contact"),
    touch: database
      .update(contacts)
      .set({ lastCalledMs: sql`greatest(${contacts.lastCalledMs}, ${sql.placeholder("calledMs")}::bigint)` })
      .where(hasId)
      .prepare("touch_contact"),
    adopt: database
      .update(calls)
      .set({ contactId: sql`${id}` })
      // As an array, since a plan for any values would rather hash all calls than look up the few.
      .where(sql`${calls.id} = ANY (ARRAY(${ofNobody}))`)
      .prepare("adopt_calls"),
    touchByCalls: database
      .update(contacts)
      .set({
        lastCalledMs: sql`greatest(${contacts.lastCalledMs}, (SELECT max(${calls.createdMs}) FROM ${calls} WHERE ${calls.contactId} = ${id}))`,
      })
      .where(hasId)
      .prepare("touch_contact_by_calls"),
  };
});
