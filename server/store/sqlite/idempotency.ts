import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Begun, Store } from "../store.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { idempotency } from "./schema/idempotency.ts";

const keptMs = 24 * 60 * 60 * 1000;
// Longer than any request takes. A key without an answer after this belongs to a process that died.
const inFlightMs = 60_000;

type IdempotencyStore = Pick<Store, "beginRequest" | "keepAnswer" | "releaseRequest">;

/** Keeps the answers to requests that may be asked again. */
export function createIdempotencyStore(database: SqliteDatabase, { commit }: Committer): IdempotencyStore {
  const ofKey = and(eq(idempotency.accountId, sql.placeholder("accountId")), eq(idempotency.key, sql.placeholder("key")));
  const find = database.select().from(idempotency).where(ofKey).prepare();
  const claim = database
    .insert(idempotency)
    .values(placeholdersFor(idempotency, ["accountId", "key", "requestHash", "createdMs"]))
    .prepare();
  const keep = database
    .update(idempotency)
    .set(placeholdersFor(idempotency, ["status", "body", "contentType"]))
    .where(ofKey)
    .prepare();
  const release = database
    .delete(idempotency)
    .where(and(ofKey, isNull(idempotency.status)))
    .prepare();
  const forget = database
    .delete(idempotency)
    .where(
      or(
        lt(idempotency.createdMs, sql.placeholder("keptSinceMs")),
        and(isNull(idempotency.status), lt(idempotency.createdMs, sql.placeholder("inFlightSinceMs"))),
      ),
    )
    .prepare();

  return {
    async beginRequest({ accountId, key, requestHash, nowMs }) {
      return commit((): Begun => {
        forget.run({ keptSinceMs: nowMs - keptMs, inFlightSinceMs: nowMs - inFlightMs });
        const earlier = find.get({ accountId, key });
        if (!earlier) {
          claim.run({ accountId, key, requestHash, createdMs: nowMs });
          return { kind: "begun" };
        }
        if (earlier.requestHash !== requestHash) return { kind: "mismatch" };
        const { status, body, contentType } = earlier;
        if (status === null || body === null || contentType === null) return { kind: "in_flight" };
        return { kind: "answered", answer: { status, body, contentType } };
      });
    },
    async keepAnswer({ accountId, key }, answer) {
      await commit(() => keep.run({ accountId, key, ...answer }));
    },
    async releaseRequest({ accountId, key }) {
      await commit(() => release.run({ accountId, key }));
    },
  };
}
