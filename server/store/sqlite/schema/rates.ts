import type { Micros } from "#shared/money.ts";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";

/** Every rate deck there ever was; the newest is in force. */
export const decks = sqliteTable(
  "decks",
  {
    id: text("id").primaryKey(),
    source: text("source").notNull(),
    importedMs: integer("imported_ms").notNull(),
    rateCount: integer("rate_count").notNull(),
  },
  (table) => [index("decks_by_age").on(table.importedMs, table.id)],
);

/** The lines of the decks. A prefix of callers of "" is everybody. */
export const rates = sqliteTable(
  "rates",
  {
    deckId: text("deck_id")
      .notNull()
      .references(() => decks.id),
    destinationPrefix: text("dest_prefix").notNull(),
    originPrefix: text("origin_prefix").notNull(),
    description: text("description").notNull(),
    perMinuteMicros: integer("per_min_micros").$type<Micros>().notNull(),
    incrementSeconds: integer("inc_s").notNull(),
    minimumSeconds: integer("min_s").notNull(),
    connectMicros: integer("connect_micros").$type<Micros>().notNull(),
    costPerMinuteMicros: integer("cost_per_min_micros").$type<Micros>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deckId, table.destinationPrefix, table.originPrefix] }),
    check("rates_amounts_not_negative", sql`per_min_micros >= 0 AND connect_micros >= 0 AND cost_per_min_micros >= 0`),
    check("rates_seconds", sql`inc_s > 0 AND min_s >= 0`),
  ],
);
