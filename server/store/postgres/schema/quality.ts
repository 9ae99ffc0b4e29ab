import type { CallFeedback, CallQuality } from "#shared/api/call-quality.ts";
import type { CallId } from "#shared/ids.ts";
import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { calls } from "./calls.ts";
import { msColumn } from "./columns.ts";

/** How a call sounded by the browser's figures. Nothing is looked for by them, so they are kept together, as they were told. */
export const callQuality = pgTable("call_quality", {
  callId: text("call_id")
    .$type<CallId>()
    .primaryKey()
    .references(() => calls.id),
  quality: jsonb("quality").$type<CallQuality>().notNull(),
  toldMs: msColumn("told_ms").notNull(),
});

/** What a person said of a call. */
export const callFeedback = pgTable(
  "call_feedback",
  {
    callId: text("call_id")
      .$type<CallId>()
      .primaryKey()
      .references(() => calls.id),
    score: integer("score").notNull(),
    issue: text("issue").$type<CallFeedback["issue"]>(),
    toldMs: msColumn("told_ms").notNull(),
  },
  () => [check("call_feedback_score", sql`score BETWEEN 1 AND 5`)],
);
