import { eq, sql } from "drizzle-orm";
import type { QualityStore } from "../quality-store.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { callFeedback, callQuality } from "./schema/quality.ts";

/** How calls sounded, beside the calls. */
export function createQualityStore(database: SqliteDatabase, { commit }: Committer): QualityStore {
  const addQuality = database
    .insert(callQuality)
    .values(placeholdersFor(callQuality, ["callId", "quality", "toldMs"]))
    .onConflictDoNothing()
    .prepare();
  const addFeedback = database
    .insert(callFeedback)
    .values(placeholdersFor(callFeedback, ["callId", "score", "issue", "toldMs"]))
    .onConflictDoNothing()
    .prepare();
  const qualityOf = database
    .select({ quality: callQuality.quality })
    .from(callQuality)
    .where(eq(callQuality.callId, sql.placeholder("callId")))
    .prepare();
  const feedbackOf = database
    .select({ score: callFeedback.score, issue: callFeedback.issue })
    .from(callFeedback)
    .where(eq(callFeedback.callId, sql.placeholder("callId")))
    .prepare();

  return {
    addQuality: ({ callId, quality, nowMs }) => commit(() => addQuality.run({ callId, quality, toldMs: nowMs }).changes === 1),
    addFeedback: ({ callId, feedback, nowMs }) =>
      commit(() => addFeedback.run({ callId, ...feedback, toldMs: nowMs }).changes === 1),
    readQuality: async (callId) => ({
      quality: qualityOf.get({ callId })?.quality ?? null,
      feedback: feedbackOf.get({ callId }) ?? null,
    }),
  };
}
