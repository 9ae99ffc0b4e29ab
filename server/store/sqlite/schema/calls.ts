import type { CallerIdType } from "#shared/api/caller-ids.ts";
import type { CallReason } from "#shared/api/calls.ts";
import type { CarrierStatus } from "#shared/call-status.ts";
import type { AccountId, CallId, ContactId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { contacts } from "./contacts.ts";
import { accounts } from "./money.ts";

export const calls = sqliteTable(
  "calls",
  {
    id: text("id").$type<CallId>().primaryKey(),
    accountId: text("account_id")
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id),
    clientKey: text("client_key").notNull(),
    parentSid: text("parent_sid").unique(),
    childSid: text("child_sid").unique(),
    toNumber: text("to_e164").$type<E164>().notNull(),
    fromNumber: text("from_e164").$type<E164>().notNull(),
    callerIdType: text("caller_id_type").$type<CallerIdType>().notNull(),
    countryCode: text("country_code").$type<CountryCode>(),
    contactId: text("contact_id")
      .$type<ContactId>()
      .references(() => contacts.id, { onDelete: "set null" }),
    status: text("status").$type<CarrierStatus>().notNull(),
    reason: text("reason").$type<CallReason>(),
    durationSeconds: integer("duration_s").notNull(),
    createdMs: integer("created_ms").notNull(),
    answeredMs: integer("answered_ms"),
    endedMs: integer("ended_ms"),
    deckId: text("deck_id").notNull(),
    destinationPrefix: text("dest_prefix").notNull(),
    perMinuteMicros: integer("per_min_micros").$type<Micros>().notNull(),
    incrementSeconds: integer("inc_s").notNull(),
    minimumSeconds: integer("min_s").notNull(),
    connectMicros: integer("connect_micros").$type<Micros>().notNull(),
    holdMicros: integer("hold_micros").$type<Micros>().notNull(),
    holdOpen: integer("hold_open", { mode: "boolean" }).notNull(),
    timeLimitSeconds: integer("time_limit_s"),
    chargedMicros: integer("charged_micros").$type<Micros>().notNull(),
    unrecoveredMicros: integer("unrecovered_micros").$type<Micros>().notNull(),
    carrierPriceMicros: integer("carrier_price_micros").$type<Micros>(),
    final: integer("final", { mode: "boolean" }).notNull(),
    checkAfterMs: integer("check_after_ms"),
    priceAfterMs: integer("price_after_ms"),
    note: text("note"),
    /** The note as it is searched: see shared/fold-text.ts. */
    foldedNote: text("folded_note"),
  },
  (table) => [
    // The key comes first so that SQLite never takes this index for one of an account's calls.
    unique("calls_client_key").on(table.clientKey, table.accountId),
    index("calls_by_age").on(table.accountId, table.createdMs, table.id),
    index("calls_by_end").on(table.accountId, table.endedMs),
    // Holds only the calls that are still to be settled, so it stays as small as the day is busy.
    index("calls_to_check")
      .on(table.checkAfterMs)
      .where(sql`NOT final`),
    index("calls_to_price")
      .on(table.priceAfterMs)
      .where(sql`price_after_ms IS NOT NULL`),
    index("calls_completed")
      .on(table.createdMs, table.id)
      .where(sql`status = 'completed'`),
    index("calls_with_open_hold")
      .on(table.accountId)
      .where(sql`hold_open`),
    // A contact's calls, for whoever deletes it or looks for them.
    index("calls_by_contact")
      .on(table.contactId, table.createdMs)
      .where(sql`contact_id IS NOT NULL`),
    // Calls to numbers that were nobody's, which a new contact takes over.
    index("calls_of_nobody")
      .on(table.accountId, table.toNumber)
      .where(sql`contact_id IS NULL`),
    check("calls_amounts_not_negative", sql`hold_micros >= 0 AND charged_micros >= 0 AND unrecovered_micros >= 0`),
    check("calls_duration_not_negative", sql`duration_s >= 0`),
    check("calls_final_is_settled", sql`NOT final OR (NOT hold_open AND check_after_ms IS NULL)`),
  ],
);

/**
 * What the carrier sent, as it came. For audit only: nothing reads it to decide anything. It has no index, since every webhook would
 * have to write it too, and an auditor can wait.
 */
export const webhookEvents = sqliteTable("webhook_events", {
  id: integer("id").primaryKey(),
  childSid: text("child_sid").notNull(),
  sequence: integer("seq").notNull(),
  status: text("status").notNull(),
  receivedMs: integer("received_ms").notNull(),
});
