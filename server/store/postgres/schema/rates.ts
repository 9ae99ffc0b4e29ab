import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { microsColumn, msColumn } from "./columns.ts";
import { sql } from "drizzle-orm";

/** Every rate deck there ever was; the newest is in force. */
export const decks = pgTable(
  "decks",
  {
    id: text("id").primaryKey(),
    source: text("source").notNull(),
    importedMs: msColumn("imported_ms").notNull(),
    rateCount: integer("rate_count").notNull(),
  },
  (table) => [index("decks_by_age").on(table.importedMs, table.id)],
);

/** The lines of the decks. A prefix of callers of "" is everybody. */
export const rates = pgTable(
  "rates",
  {
    deckId: text("deck_id")
      .notNull()
      .references(() => decks.id),
    destinationPrefix: text("dest_prefix").notNull(),
    originPrefix: text("origin_prefix").notNull(),
    description: text("description").notNull(),
    perMinuteMicros: microsColumn("per_min_micros").notNull(),
    incrementSeconds: integer("inc_s").notNull(),
    minimumSeconds: integer("min_s").notNull(),
    connectMicros: microsColumn("connect_micros").notNull(),
    costPerMinuteMicros: microsColumn("cost_per_min_micros").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deckId, table.destinationPrefix, table.originPrefix] }),
    check("rates_amounts_not_negative", sql`per_min_micros >= 0 AND connect_micros >= 0 AND cost_per_min_micros >= 0`),
    check("rates_seconds", sql`inc_s > 0 AND min_s >= 0`),
  ],
);
