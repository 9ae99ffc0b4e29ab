import { eq, sql } from "drizzle-orm";
import type { QualityStore } from "../quality-store.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { callFeedback, callQuality } from "./schema/quality.ts";

/** How calls sounded, beside the calls. Each report is one statement, and needs no transaction around it. */
export function createQualityStore(database: PostgresDatabase): QualityStore {
  const { addQuality, addFeedback, qualityOf, feedbackOf } = qualityOn(database);
  return {
    addQuality: async ({ callId, quality, nowMs }) =>
      (await addQuality.execute({ callId, quality, toldMs: nowMs })).rowCount === 1,
    addFeedback: async ({ callId, feedback, nowMs }) =>
      (await addFeedback.execute({ callId, ...feedback, toldMs: nowMs })).rowCount === 1,
    async readQuality(callId) {
      const [[told], [said]] = await Promise.all([qualityOf.execute({ callId }), feedbackOf.execute({ callId })]);
      return { quality: told?.quality ?? null, feedback: said ?? null };
    },
  };
}

const qualityOn = preparedOn((database) => ({
  addQuality: database
    .insert(callQuality)
    .values(placeholdersFor(callQuality, ["callId", "quality", "toldMs"]))
    .onConflictDoNothing()
    .prepare("add_quality"),
  addFeedback: database
    .insert(callFeedback)
    .values(placeholdersFor(callFeedback, ["callId", "score", "issue", "toldMs"]))
    .onConflictDoNothing()
    .prepare("add_feedback"),
  qualityOf: database
    .select({ quality: callQuality.quality })
    .from(callQuality)
    .where(eq(callQuality.callId, sql.placeholder("callId")))
    .prepare("quality_of_call"),
  feedbackOf: database
    .select({ score: callFeedback.score, issue: callFeedback.issue })
    .from(callFeedback)
    .where(eq(callFeedback.callId, sql.placeholder("callId")))
    .prepare("feedback_on_call"),
}));
