import { count, sql } from "drizzle-orm";
import type { Store } from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import { calls } from "./schema/calls.ts";

/** Counts the calls that are not final. Their index holds no others, so it costs as much as the day is busy. */
export function createOpenCallCount(database: SqliteDatabase): Pick<Store, "countOpenCalls"> {
  const byStatus = database
    .select({ status: calls.status, count: count() })
    .from(calls)
    .where(sql`NOT ${calls.final}`)
    .groupBy(calls.status)
    .prepare();
  return {
    countOpenCalls: async () => Object.fromEntries(byStatus.all().map(({ status, count }) => [status, count])),
  };
}
