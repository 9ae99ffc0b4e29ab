import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Begun, Store } from "../store.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { idempotency } from "./schema/idempotency.ts";
import type { Transact } from "./transactions.ts";

const keptMs = 24 * 60 * 60 * 1000;
// Longer than any request takes. A key without an answer after this belongs to a process that died.
const inFlightMs = 60_000;

type IdempotencyStore = Pick<Store, "beginRequest" | "keepAnswer" | "releaseRequest">;

/** Keeps the answers to requests that may be asked again. */
export function createIdempotencyStore(database: PostgresDatabase, transact: Transact): IdempotencyStore {
  return {
    async beginRequest({ accountId, key, requestHash, nowMs }) {
      return transact(async (database): Promise<Begun> => {
        const { forget, claim, find } = keysOn(database);
        await forget.execute({ keptSinceMs: nowMs - keptMs, inFlightSinceMs: nowMs - inFlightMs });
        const { rowCount } = await claim.execute({ accountId, key, requestHash, createdMs: nowMs });
        if (rowCount === 1) return { kind: "begun" };
        const [earlier] = await find.execute({ accountId, key });
        // Let go since, by whoever had it. Whoever asks again will get it.
        if (!earlier) return { kind: "in_flight" };
        if (earlier.requestHash !== requestHash) return { kind: "mismatch" };
        const { status, body, contentType } = earlier;
        if (status === null || body === null || contentType === null) return { kind: "in_flight" };
        return { kind: "answered", answer: { status, body, contentType } };
      });
    },
    async keepAnswer({ accountId, key }, answer) {
      await keysOn(database).keep.execute({ accountId, key, ...answer });
    },
    async releaseRequest({ accountId, key }) {
      await keysOn(database).release.execute({ accountId, key });
    },
  };
}

const keysOn = preparedOn((database) => {
  const ofKey = and(eq(idempotency.accountId, sql.placeholder("accountId")), eq(idempotency.key, sql.placeholder("key")));
  return {
    find: database.select().from(idempotency).where(ofKey).prepare("find_key"),
    claim: database
      .insert(idempotency)
      .values(placeholdersFor(idempotency, ["accountId", "key", "requestHash", "createdMs"]))
      .onConflictDoNothing()
      .prepare("claim_key"),
    keep: database
      .update(idempotency)
      .set(placeholdersFor(idempotency, ["status", "body", "contentType"]))
      .where(ofKey)
      .prepare("keep_answer"),
    release: database
      .delete(idempotency)
      .where(and(ofKey, isNull(idempotency.status)))
      .prepare("release_key"),
    forget: database
      .delete(idempotency)
      .where(
        or(
          lt(idempotency.createdMs, sql.placeholder("keptSinceMs")),
          and(isNull(idempotency.status), lt(idempotency.createdMs, sql.placeholder("inFlightSinceMs"))),
        ),
      )
      .prepare("forget_keys"),
  };
});
