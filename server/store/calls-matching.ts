import type { AccountId } from "#shared/ids.ts";
import { and, eq, gte, inArray, isNull, lt, or, sql, type Column, type SQL, type Table } from "drizzle-orm";
import { searchPatterns, type CallFilter } from "./call-filter.ts";

/** The tables of one of the two dialects, as far as a filter looks at them. */
export interface FilteredTables {
  calls: Record<"accountId" | "createdMs" | "countryCode" | "contactId" | "status" | "toNumber" | "foldedNote", Column>;
  contacts: Table & Record<"id" | "accountId" | "folded", Column>;
}

/**
 * The condition for an account's calls that a filter lets through. Written once for both dialects, so that they cannot differ. Only
 * what was asked for is in it, so that a database may choose the index that fits.
 */
export function callsMatching(tables: FilteredTables, accountId: AccountId, filter: CallFilter): SQL | undefined {
  const { calls } = tables;
  const { fromMs, toMs, country, contactId, statuses, text } = filter;
  return and(
    eq(calls.accountId, accountId),
    fromMs === undefined ? undefined : gte(calls.createdMs, fromMs),
    toMs === undefined ? undefined : lt(calls.createdMs, toMs),
    country === undefined ? undefined : country === "none" ? isNull(calls.countryCode) : eq(calls.countryCode, country),
    contactId === undefined ? undefined : eq(calls.contactId, contactId),
    statuses === undefined ? undefined : inArray(calls.status, [...statuses]),
    mentions(tables, accountId, text),
  );
}

function mentions({ calls, contacts }: FilteredTables, accountId: AccountId, text: string | undefined): SQL | undefined {
  const patterns = searchPatterns(text);
  if (!patterns) return undefined;
  // The contacts are looked through once and not for each call.
  const ofContacts = sql`${calls.contactId} IN (SELECT ${contacts.id} FROM ${contacts} WHERE ${contacts.accountId} = ${accountId} AND ${isLike(contacts.folded, patterns.folded)})`;
  return or(
    isLike(calls.foldedNote, patterns.folded),
    patterns.digits === undefined ? undefined : isLike(calls.toNumber, patterns.digits),
    ofContacts,
  );
}

function isLike(column: Column, pattern: string): SQL {
  return sql`${column} LIKE ${pattern} ESCAPE '\\'`;
}
