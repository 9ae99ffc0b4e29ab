import type { AccountId, CallId } from "#shared/ids.ts";
import type { CountryCode } from "#shared/phone-number.ts";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { microsColumn, msColumn } from "./columns.ts";
import type { Transfer } from "../../store.ts";

/**
 * Wallets, what their owners owe, and the system's own accounts that money comes from and goes to. The system's keep no balance: a
 * sum on a shared revenue row would make every call of every account wait for the same row.
 */
export const accounts = pgTable(
  "accounts",
  {
    id: text("id").$type<AccountId>().primaryKey(),
    kind: text("kind", { enum: ["wallet", "receivable", "system"] }).notNull(),
    postedMicros: microsColumn("posted_micros").notNull(),
    heldMicros: microsColumn("held_micros").notNull(),
    rev: bigint("rev", { mode: "number" }).notNull(),
    maxConcurrentCalls: integer("max_concurrent").notNull(),
    maxPerMinuteMicros: microsColumn("max_per_min_micros").notNull(),
    maxPerCallMicros: microsColumn("max_per_call_micros"),
    maxPerDayMicros: microsColumn("max_per_day_micros"),
    countries: jsonb("countries").$type<readonly CountryCode[]>(),
    lowBalanceMicros: microsColumn("low_balance_micros").notNull(),
    createdMs: msColumn("created_ms").notNull(),
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
export const transfers = pgTable(
  "transfers",
  {
    // The order of posting. Clocks of two servers differ, and a statement in their order would show balances that never were.
    sequence: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    id: text("id").notNull().unique(),
    kind: text("kind").$type<Transfer["kind"]>().notNull(),
    debitAccount: text("debit_account")
      .notNull()
      .references(() => accounts.id),
    creditAccount: text("credit_account")
      .notNull()
      .references(() => accounts.id),
    amountMicros: microsColumn("amount_micros").notNull(),
    callId: text("call_id").$type<CallId>(),
    actor: text("actor").notNull(),
    reason: text("reason").notNull(),
    createdMs: msColumn("created_ms").notNull(),
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
