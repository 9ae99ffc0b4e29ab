import { foldedOrNull } from "#shared/fold-text.ts";
import type { AccountId } from "#shared/ids.ts";
import { zeroMicros } from "#shared/money.ts";
import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { noMove } from "../outcome/outcome.ts";
import { callsMatching } from "../calls-matching.ts";
import type { CallFilter } from "../call-filter.ts";
import type { Position } from "../keyset.ts";
import type { CallRow, NewCall, Page, Store } from "../store.ts";
import { selectCalls, toCallRow, type CallFinders } from "./call-row.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { readPage } from "./pages.ts";
import { placeholdersFor } from "./placeholders.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";
import type { Purse } from "./purse.ts";

type CallStore = Pick<
  Store,
  | "createCall"
  | "findCall"
  | "findCallByClientKey"
  | "findCallByParentSid"
  | "setCallNote"
  | "listCalls"
  | "listRecentCalls"
  | "listCompletedCalls"
>;

// More than anybody can have going. A client that wants them all pages through listCalls.
const mostRecentCalls = 50;

/** Makes calls and finds them again. What changes their money is in settlement.ts. */
export function createCallStore(database: SqliteDatabase, { commit }: Committer, purse: Purse, find: CallFinders): CallStore {
  const insert = prepareInsert(database);
  const list = prepareLists(database);
  const setNote = prepareSetNote(database);

  return {
    async createCall(call) {
      return commit((noteChanged) => {
        const earlier = find.byClientKey({ accountId: call.accountId, clientKey: call.clientKey });
        if (earlier) return { call: earlier, created: false };
        insert(call);
        purse.move(call.accountId, noMove);
        noteChanged(call.accountId);
        return { call: written(find.byId(call.id)), created: true };
      });
    },
    findCall: async (id) => find.byId(id),
    findCallByClientKey: async (accountId, clientKey) => find.byClientKey({ accountId, clientKey }),
    findCallByParentSid: async (parentSid) => find.byParentSid(parentSid),
    async setCallNote({ accountId, callId, note }) {
      return commit((noteChanged) => {
        if (setNote.run({ accountId, id: callId, note, foldedNote: foldedOrNull(note) }).changes === 0) return undefined;
        purse.move(accountId, noMove);
        noteChanged(accountId);
        return find.byId(callId);
      });
    },
    async listCalls(accountId, { answeredAndEndedOnly = false, filter, ...page }) {
      if (filter) return listMatching(database, accountId, { filter, ...page }, (id) => list.position.get({ accountId, id }));
      const statement = answeredAndEndedOnly ? list.completedAfter : list.after;
      return readPage(page, {
        find: (cursor) => list.position.get({ accountId, id: cursor }),
        after: (position, limit) => statement.all({ accountId, ...position, limit }).map(toCallRow),
      });
    },
    async listRecentCalls(accountId, endedSinceMs) {
      const rows = [...list.live.all({ accountId }), ...list.endedSince.all({ accountId, endedSinceMs })];
      return rows.toSorted(byAge).slice(0, mostRecentCalls).map(toCallRow);
    },
    async listCompletedCalls({ sinceMs, ...page }) {
      return readPage(page, {
        find: (cursor) => list.anyPosition.get({ id: cursor }),
        after: (position, limit) => list.completedOfAllAfter.all({ sinceMs, ...position, limit }).map(toCallRow),
      });
    },
  };
}

/** A page of what a filter lets through. There are too many kinds of filters to prepare each. */
function listMatching(
  database: SqliteDatabase,
  accountId: AccountId,
  { filter, ...page }: { filter: CallFilter; cursor?: string; limit: number },
  find: (cursor: string) => Position | undefined,
): Page<CallRow> {
  return readPage(page, {
    find,
    after: (position, limit) =>
      selectCalls(database)
        .where(
          and(
            callsMatching({ calls, contacts }, accountId, filter),
            sql`(${calls.createdMs}, ${calls.id}) < (${position.createdMs}, ${position.id})`,
          ),
        )
        .orderBy(desc(calls.createdMs), desc(calls.id))
        .limit(limit)
        .all()
        .map(toCallRow),
  });
}

function byAge(a: { createdMs: number; id: string }, b: { createdMs: number; id: string }): number {
  return b.createdMs - a.createdMs || (a.id < b.id ? 1 : -1);
}

function written(call: CallRow | undefined): CallRow {
  if (!call) throw new Error("A call that was just written cannot be read.");
  return call;
}

function prepareInsert(database: SqliteDatabase) {
  const statement = database
    .insert(calls)
    .values({
      status: "queued",
      durationSeconds: 0,
      holdMicros: zeroMicros,
      holdOpen: false,
      chargedMicros: zeroMicros,
      unrecoveredMicros: zeroMicros,
      final: false,
      ...placeholdersFor(calls, [
        "id",
        "accountId",
        "clientKey",
        "toNumber",
        "fromNumber",
        "callerIdType",
        "countryCode",
        "contactId",
        "deckId",
        "destinationPrefix",
        "perMinuteMicros",
        "incrementSeconds",
        "minimumSeconds",
        "connectMicros",
        "createdMs",
        "checkAfterMs",
      ]),
    })
    .prepare();
  return ({ rate, ...call }: NewCall) => statement.run({ ...call, ...rate });
}

function prepareSetNote(database: SqliteDatabase) {
  const { id, accountId, note, foldedNote } = placeholdersFor(calls, ["id", "accountId", "note", "foldedNote"]);
  return database
    .update(calls)
    .set({ note, foldedNote })
    .where(and(eq(calls.id, id), eq(calls.accountId, accountId)))
    .prepare();
}

function prepareLists(database: SqliteDatabase) {
  const ofAccount = eq(calls.accountId, sql.placeholder("accountId"));
  const older = sql`(${calls.createdMs}, ${calls.id}) < (${sql.placeholder("createdMs")}, ${sql.placeholder("id")})`;
  const newestFirst = [desc(calls.createdMs), desc(calls.id)];
  const limit = sql.placeholder("limit");
  return {
    position: database
      .select({ createdMs: calls.createdMs, id: calls.id })
      .from(calls)
      .where(and(ofAccount, eq(calls.id, sql.placeholder("id"))))
      .prepare(),
    after: selectCalls(database)
      .where(and(ofAccount, older))
      .orderBy(...newestFirst)
      .limit(limit)
      .prepare(),
    completedAfter: selectCalls(database)
      .where(and(ofAccount, older, eq(calls.status, "completed")))
      .orderBy(...newestFirst)
      .limit(limit)
      .prepare(),
    anyPosition: database
      .select({ createdMs: calls.createdMs, id: calls.id })
      .from(calls)
      .where(eq(calls.id, sql.placeholder("id")))
      .prepare(),
    completedOfAllAfter: selectCalls(database)
      // The status is written out: SQLite uses an index on some rows only where it can see that these are among them.
      .where(and(sql`${calls.status} = 'completed'`, gte(calls.createdMs, sql.placeholder("sinceMs")), older))
      .orderBy(...newestFirst)
      .limit(limit)
      .prepare(),
    // Two questions, and sorted here: asked as one, or in order, SQLite reads an account's whole history to answer.
    live: selectCalls(database)
      .where(and(ofAccount, isNull(calls.endedMs)))
      .prepare(),
    endedSince: selectCalls(database)
      .where(and(ofAccount, gte(calls.endedMs, sql.placeholder("endedSinceMs"))))
      .prepare(),
  };
}
