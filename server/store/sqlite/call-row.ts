import type { AccountId, CallId } from "#shared/ids.ts";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { CallRow } from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { calls } from "./schema/calls.ts";

// Asked for in the row itself: by a join, finding a call by its key takes SQLite ten times as long.
const contactName = sql<string | null>`(SELECT contact.name FROM contacts contact WHERE contact.id = calls.contact_id)`;

/** The columns of a call as the port tells it. */
const { foldedNote: _foldedNote, ...ownColumns } = getTableColumns(calls);
const callColumns = { ...ownColumns, contactName };

/** Calls with the name of their contact as it is now. */
export function selectCalls(database: SqliteDatabase) {
  return database.select(callColumns).from(calls);
}

type FlatCall = Omit<typeof calls.$inferSelect, "foldedNote"> & { contactName: string | null };

/** A row of the table as the port tells it. */
export function toCallRow(row: FlatCall): CallRow {
  const { deckId, destinationPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros, ...call } = row;
  return { ...call, rate: { deckId, destinationPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros } };
}

export interface CallFinders {
  byId: (id: CallId) => CallRow | undefined;
  byParentSid: (parentSid: string) => CallRow | undefined;
  byChildSid: (childSid: string) => CallRow | undefined;
  byClientKey: (key: { accountId: AccountId; clientKey: string }) => CallRow | undefined;
}

/** Prepared look-ups of one call by each of its keys. */
export function prepareCallFinders(database: SqliteDatabase): CallFinders {
  const { id, accountId, clientKey, parentSid, childSid } = placeholdersFor(calls, [
    "id",
    "accountId",
    "clientKey",
    "parentSid",
    "childSid",
  ]);
  const byId = selectCalls(database).where(eq(calls.id, id)).prepare();
  const byParentSid = selectCalls(database).where(eq(calls.parentSid, parentSid)).prepare();
  const byChildSid = selectCalls(database).where(eq(calls.childSid, childSid)).prepare();
  const byClientKey = selectCalls(database)
    .where(and(eq(calls.accountId, accountId), eq(calls.clientKey, clientKey)))
    .prepare();
  return {
    byId: (id) => maybeCallRow(byId.get({ id })),
    byParentSid: (parentSid) => maybeCallRow(byParentSid.get({ parentSid })),
    byChildSid: (childSid) => maybeCallRow(byChildSid.get({ childSid })),
    byClientKey: (key) => maybeCallRow(byClientKey.get({ ...key })),
  };
}

function maybeCallRow(row: FlatCall | undefined): CallRow | undefined {
  return row && toCallRow(row);
}
