import { count, sql } from "drizzle-orm";
import type { Store } from "../store.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls } from "./schema/calls.ts";

/** Counts the calls that are not final. Their index holds no others, so it costs as much as the day is busy. */
export function createOpenCallCount(database: PostgresDatabase): Pick<Store, "countOpenCalls"> {
  return {
    async countOpenCalls() {
      const counts = await openCallsOn(database).byStatus.execute();
      return Object.fromEntries(counts.map(({ status, count }) => [status, count]));
    },
  };
}

const openCallsOn = preparedOn((database) => ({
  byStatus: database
    .select({ status: calls.status, count: count() })
    .from(calls)
    .where(sql`NOT ${calls.final}`)
    .groupBy(calls.status)
    .prepare("count_open_calls"),
}));
