import type { AccountId, ContactId } from "#shared/ids.ts";
import type { E164 } from "#shared/phone-number.ts";
import { sql } from "drizzle-orm";
import { index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { msColumn } from "./columns.ts";
import { accounts } from "./money.ts";

/** The people an account calls; one contact a number. */
export const contacts = pgTable(
  "contacts",
  {
    id: text("id").$type<ContactId>().primaryKey(),
    accountId: text("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    number: text("e164").$type<E164>().notNull(),
    company: text("company"),
    note: text("note"),
    createdMs: msColumn("created_ms").notNull(),
    lastCalledMs: msColumn("last_called_ms"),
    /** Name, initials and company as they are searched; null until the server has started once with a database of an older version. */
    folded: text("folded"),
  },
  (table) => [
    unique("contacts_number").on(table.accountId, table.number),
    index("contacts_by_name").on(table.accountId, sql`lower(name COLLATE "C")`, table.id),
  ],
);
