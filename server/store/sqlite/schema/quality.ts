import type { CallFeedback, CallQuality } from "#shared/api/call-quality.ts";
import type { CallId } from "#shared/ids.ts";
import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { calls } from "./calls.ts";

/** How a call sounded by the browser's figures. Nothing is looked for by them, so they are kept together, as they were told. */
export const callQuality = sqliteTable("call_quality", {
  callId: text("call_id")
    .$type<CallId>()
    .primaryKey()
    .references(() => calls.id),
  quality: text("quality", { mode: "json" }).$type<CallQuality>().notNull(),
  toldMs: integer("told_ms").notNull(),
});

/** What a person said of a call. */
export const callFeedback = sqliteTable(
  "call_feedback",
  {
    callId: text("call_id")
      .$type<CallId>()
      .primaryKey()
      .references(() => calls.id),
    score: integer("score").notNull(),
    issue: text("issue").$type<CallFeedback["issue"]>(),
    toldMs: integer("told_ms").notNull(),
  },
  () => [check("call_feedback_score", sql`score BETWEEN 1 AND 5`)],
);
