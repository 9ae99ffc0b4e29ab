import type { AccountId, CallId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import type { CountryCode } from "#shared/phone-number.ts";
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Transfer } from "../../store.ts";

/**
 * Wallets, what their owners owe, and the system's own accounts that money comes from and goes to. The system's keep no balance: a
 * sum on a shared revenue row would make every call of every account wait for the same row.
 */
export const accounts = sqliteTable(
  "accounts",
  {
    id: text("id").$type<AccountId>().primaryKey(),
    kind: text("kind", { enum: ["wallet", "receivable", "system"] }).notNull(),
    postedMicros: integer("posted_micros").$type<Micros>().notNull(),
    heldMicros: integer("held_micros").$type<Micros>().notNull(),
    rev: integer("rev").notNull(),
    maxConcurrentCalls: integer("max_concurrent").notNull(),
    maxPerMinuteMicros: integer("max_per_min_micros").$type<Micros>().notNull(),
    maxPerCallMicros: integer("max_per_call_micros").$type<Micros>(),
    maxPerDayMicros: integer("max_per_day_micros").$type<Micros>(),
    countries: text("countries", { mode: "json" }).$type<readonly CountryCode[]>(),
    lowBalanceMicros: integer("low_balance_micros").$type<Micros>().notNull(),
    createdMs: integer("created_ms").notNull(),
  },
  () => [
    check("accounts_kind", sql`kind IN ('wallet', 'receivable', 'system')`),
    check("accounts_held_not_negative", sql`held_micros >= 0`),
    // The last line of defence: whatever the code above does, the database refuses a wallet below zero.
    check("accounts_available_not_negative", sql`kind <> 'wallet' OR posted_micros - held_micros >= 0`),
    // More cannot be paid off than is owed.
    check("accounts_owed_not_negative", sql`kind <> 'receivable' OR posted_micros <= 0`),
  ],
);

/** Every movement of money: one debit and one credit, so the books balance by construction. Rows are never changed. */
export const transfers = sqliteTable(
  "transfers",
  {
    // The order of posting. Clocks of two servers differ, and a statement in their order would show balances that never were.
    sequence: integer("seq").primaryKey(),
    id: text("id").notNull().unique(),
    kind: text("kind").$type<Transfer["kind"]>().notNull(),
    debitAccount: text("debit_account")
      .notNull()
      .references(() => accounts.id),
    creditAccount: text("credit_account")
      .notNull()
      .references(() => accounts.id),
    amountMicros: integer("amount_micros").$type<Micros>().notNull(),
    callId: text("call_id").$type<CallId>(),
    actor: text("actor").notNull(),
    reason: text("reason").notNull(),
    createdMs: integer("created_ms").notNull(),
  },
  (table) => [
    index("transfers_by_debit").on(table.debitAccount, table.sequence),
    index("transfers_by_credit").on(table.creditAccount, table.sequence),
    // What an account's calls cost in a day is asked while a caller waits to be connected.
    index("transfers_settled")
      .on(table.debitAccount, table.createdMs, table.amountMicros)
      .where(sql`kind = 'settle'`),
    index("transfers_refunded")
      .on(table.creditAccount, table.createdMs, table.amountMicros)
      .where(sql`kind = 'refund'`),
    check("transfers_kind", sql`kind IN ('topup', 'settle', 'refund', 'credit', 'adjust')`),
    check("transfers_amount_positive", sql`amount_micros > 0`),
    check("transfers_two_accounts", sql`debit_account <> credit_account`),
  ],
);
