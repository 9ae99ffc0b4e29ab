import { and, asc, eq, getTableColumns, or, sql } from "drizzle-orm";
import type { CallRow } from "../store.ts";
import type { PostgresDatabase } from "./pool.ts";
import { placeholdersFor } from "./placeholders.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls } from "./schema/calls.ts";

/** The name of a call's contact as it is now. */
const contactName = sql<string | null>`(SELECT contact.name FROM contacts contact WHERE contact.id = calls.contact_id)`;

/** The columns of a call as the port tells it. */
const { foldedNote: _foldedNote, ...ownColumns } = getTableColumns(calls);
const callColumns = { ...ownColumns, contactName };

/** Calls with the name of their contact as it is now. */
export function selectCalls(database: PostgresDatabase) {
  return database.select(callColumns).from(calls);
}

type FlatCall = Omit<typeof calls.$inferSelect, "foldedNote"> & { contactName: string | null };

/** A row of the table as the port tells it. */
export function toCallRow(row: FlatCall): CallRow {
  const { deckId, destinationPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros, ...call } = row;
  return { ...call, rate: { deckId, destinationPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros } };
}

/** Gives the first of what was found, if there is one. */
function firstCall(rows: FlatCall[]): CallRow | undefined {
  return rows[0] && toCallRow(rows[0]);
}

/** Prepared look-ups of one call by each of its keys. */
export const callFindersOn = preparedOn((database) => {
  const { id, accountId, clientKey, parentSid } = placeholdersFor(calls, ["id", "accountId", "clientKey", "parentSid"]);
  const byId = selectCalls(database).where(eq(calls.id, id)).prepare("call_by_id");
  const byParentSid = selectCalls(database).where(eq(calls.parentSid, parentSid)).prepare("call_by_parent");
  const byClientKey = selectCalls(database)
    .where(and(eq(calls.accountId, accountId), eq(calls.clientKey, clientKey)))
    .prepare("call_by_client_key");
  return {
    byId: async (id: CallRow["id"]) => firstCall(await byId.execute({ id })),
    byParentSid: async (parentSid: string) => firstCall(await byParentSid.execute({ parentSid })),
    byClientKey: async (key: { accountId: string; clientKey: string }) => firstCall(await byClientKey.execute({ ...key })),
  };
});

export interface CallKeys {
  ids: string[];
  parentSids: string[];
  childSids: string[];
}

const any = (name: keyof CallKeys) => sql`ANY(${sql.placeholder(name)}::text[])`;

/**
 * Finds calls by any of their keys and keeps them for this transaction. They are locked in the order of their ids, and before any
 * wallet, so that no two transactions ever wait for each other. Not FOR UPDATE, which would also wait for rows that point at them.
 */
export const lockCallsOn = preparedOn((database) => {
  const statement = selectCalls(database)
    .where(
      or(
        sql`${calls.id} = ${any("ids")}`,
        sql`${calls.parentSid} = ${any("parentSids")}`,
        sql`${calls.childSid} = ${any("childSids")}`,
      ),
    )
    .orderBy(asc(calls.id))
    .for("no key update", { of: calls })
    .prepare("lock_calls");
  return async (keys: CallKeys) => (await statement.execute({ ...keys })).map(toCallRow);
});
