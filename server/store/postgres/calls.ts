import { foldedOrNull } from "#shared/fold-text.ts";
import type { AccountId } from "#shared/ids.ts";
import { zeroMicros } from "#shared/money.ts";
import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { noMove } from "../outcome/outcome.ts";
import { callsMatching } from "../calls-matching.ts";
import type { CallFilter } from "../call-filter.ts";
import type { Position } from "../keyset.ts";
import type { CallRow, NewCall, Page, Store } from "../store.ts";
import { callFindersOn, selectCalls, toCallRow } from "./call-row.ts";
import { readPage } from "./pages.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { purseOn } from "./purse.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";
import type { Transact } from "./transactions.ts";

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
export function createCallStore(database: PostgresDatabase, transact: Transact): CallStore {
  const find = callFindersOn(database);
  const list = listsOn(database);

  return {
    async createCall(call) {
      return transact(async (database, noteChanged) => {
        const find = callFindersOn(database);
        const created = await insertCallOn(database)(call);
        if (created) {
          await purseOn(database).move(call.accountId, noMove);
          noteChanged(call.accountId);
        }
        return { call: written(await find.byClientKey(call)), created };
      });
    },
    findCall: (id) => find.byId(id),
    findCallByClientKey: (accountId, clientKey) => find.byClientKey({ accountId, clientKey }),
    findCallByParentSid: (parentSid) => find.byParentSid(parentSid),
    async setCallNote({ accountId, callId, note }) {
      return transact(async (database, noteChanged) => {
        if (!(await setNoteOn(database)({ accountId, id: callId, note }))) return undefined;
        await purseOn(database).move(accountId, noMove);
        noteChanged(accountId);
        return callFindersOn(database).byId(callId);
      });
    },
    async listCalls(accountId, { answeredAndEndedOnly = false, filter, ...page }) {
      const find = async (id: string) => (await list.position.execute({ accountId, id }))[0];
      if (filter) return listMatching(database, accountId, { filter, ...page }, find);
      const statement = answeredAndEndedOnly ? list.completedAfter : list.after;
      return readPage(page, {
        find,
        after: async (position, limit) => (await statement.execute({ accountId, ...position, limit })).map(toCallRow),
      });
    },
    async listRecentCalls(accountId, endedSinceMs) {
      return (await list.recent.execute({ accountId, endedSinceMs })).map(toCallRow);
    },
    async listCompletedCalls({ sinceMs, ...page }) {
      return readPage(page, {
        find: async (cursor) => (await list.anyPosition.execute({ id: cursor }))[0],
        after: async (position, limit) =>
          (await list.completedOfAllAfter.execute({ sinceMs, ...position, limit })).map(toCallRow),
      });
    },
  };
}

/** A page of what a filter lets through. There are too many kinds of filters to prepare each. */
function listMatching(
  database: PostgresDatabase,
  accountId: AccountId,
  { filter, ...page }: { filter: CallFilter; cursor?: string; limit: number },
  find: (cursor: string) => Promise<Position | undefined>,
): Promise<Page<CallRow>> {
  return readPage(page, {
    find,
    after: async (position, limit) => {
      const rows = await selectCalls(database)
        .where(
          and(
            callsMatching({ calls, contacts }, accountId, filter),
            sql`(${calls.createdMs}, ${calls.id}) < (${position.createdMs}::bigint, ${position.id}::text)`,
          ),
        )
        .orderBy(desc(calls.createdMs), desc(calls.id))
        .limit(limit);
      return rows.map(toCallRow);
    },
  });
}

function written(call: CallRow | undefined): CallRow {
  if (!call) throw new Error("A call that was just written cannot be read.");
  return call;
}

/** Makes a call row. False, and nothing done, when its client key has made one before. */
const insertCallOn = preparedOn((database) => {
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
    .onConflictDoNothing({ target: [calls.clientKey, calls.accountId] })
    .prepare("insert_call");
  return async ({ rate, ...call }: NewCall) => (await statement.execute({ ...call, ...rate })).rowCount === 1;
});

/** False when the account has no such call. */
const setNoteOn = preparedOn((database) => {
  const { id, accountId, note, foldedNote } = placeholdersFor(calls, ["id", "accountId", "note", "foldedNote"]);
  const statement = database
    .update(calls)
    .set({ note, foldedNote })
    .where(and(eq(calls.id, id), eq(calls.accountId, accountId)))
    .prepare("set_call_note");
  return async (call: Pick<CallRow, "id" | "accountId" | "note">) =>
    (await statement.execute({ ...call, foldedNote: foldedOrNull(call.note) })).rowCount === 1;
});

const listsOn = preparedOn((database) => {
  const ofAccount = eq(calls.accountId, sql.placeholder("accountId"));
  const older = sql`(${calls.createdMs}, ${calls.id}) < (${sql.placeholder("createdMs")}::bigint, ${sql.placeholder("id")})`;
  const newestFirst = [desc(calls.createdMs), desc(calls.id)];
  const limit = sql.placeholder("limit");
  // Written out, so that a plan that was made once may use the index on completed calls alone.
  const isCompleted = sql`${calls.status} = 'completed'`;
  const position = database.select({ createdMs: calls.createdMs, id: calls.id }).from(calls);
  const isNamed = eq(calls.id, sql.placeholder("id"));
  return {
    position: position.where(and(ofAccount, isNamed)).prepare("call_position"),
    after: selectCalls(database)
      .where(and(ofAccount, older))
      .orderBy(...newestFirst)
      .limit(limit)
      .prepare("calls_after"),
    completedAfter: selectCalls(database)
      .where(and(ofAccount, older, isCompleted))
      .orderBy(...newestFirst)
      .limit(limit)
      .prepare("completed_calls_after"),
    anyPosition: database
      .select({ createdMs: calls.createdMs, id: calls.id })
      .from(calls)
      .where(isNamed)
      .prepare("any_call_position"),
    completedOfAllAfter: selectCalls(database)
      .where(and(isCompleted, gte(calls.createdMs, sql.placeholder("sinceMs")), older))
      .orderBy(...newestFirst)
      .limit(limit)
      .prepare("completed_calls_of_all_after"),
    // Either is read from its index. Asked as one condition, Postgres reads an account's whole history, newest first.
    recent: unionAll(
      selectCalls(database).where(and(ofAccount, isNull(calls.endedMs))),
      selectCalls(database).where(and(ofAccount, gte(calls.endedMs, sql.placeholder("endedSinceMs")))),
    )
      .orderBy(...newestFirst)
      .limit(mostRecentCalls)
      .prepare("recent_calls"),
  };
});
