import type { AccountId } from "#shared/ids.ts";
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { msColumn } from "./columns.ts";

/** Answers that were given to requests with an idempotency key. `status` is null while the first request is in flight. */
export const idempotency = pgTable(
  "idempotency",
  {
    accountId: text("account_id").$type<AccountId>().notNull(),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    body: text("body"),
    contentType: text("content_type"),
    createdMs: msColumn("created_ms").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key] }), index("idempotency_by_age").on(table.createdMs)],
);
