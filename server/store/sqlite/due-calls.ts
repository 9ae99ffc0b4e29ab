import { and, asc, eq, lte, sql, type SQL } from "drizzle-orm";
import type { CallRow, Claim, Store } from "../store.ts";
import { selectCalls, toCallRow } from "./call-row.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { calls } from "./schema/calls.ts";

type DueCallStore = Pick<Store, "claimCallsToCheck" | "claimCallsToPrice" | "scheduleCheck" | "recordCarrierPrice">;

/** Which calls the carrier must be asked about, and when again. */
export function createDueCallStore(database: SqliteDatabase, { commit }: Committer): DueCallStore {
  const toCheck = prepareDue(database, "checkAfterMs", sql`NOT ${calls.final}`);
  const toPrice = prepareDue(database, "priceAfterMs", sql`${calls.final} AND ${calls.carrierPriceMicros} IS NULL`);
  const keepPrice = database
    .update(calls)
    .set({ ...placeholdersFor(calls, ["carrierPriceMicros"]), priceAfterMs: null })
    .where(and(eq(calls.id, sql.placeholder("id")), sql`${calls.final}`))
    .prepare();

  function claim(due: Due, nowMs: number, { limit, leaseMs }: Claim): Promise<CallRow[]> {
    return commit(() => due.find({ nowMs, limit }).map((call) => due.putOff(call, nowMs + leaseMs)));
  }

  return {
    claimCallsToCheck: async (nowMs, asked) => claim(toCheck, nowMs, asked),
    claimCallsToPrice: async (nowMs, asked) => claim(toPrice, nowMs, asked),
    async scheduleCheck(id, checkAfterMs) {
      await commit(() => toCheck.schedule({ id, atMs: checkAfterMs }));
    },
    async recordCarrierPrice(id, { priceMicros, ...price }) {
      await commit(() => {
        if (priceMicros !== undefined) keepPrice.run({ id, carrierPriceMicros: priceMicros });
        else if ("askAgainMs" in price) toPrice.schedule({ id, atMs: price.askAgainMs });
      });
    },
  };
}

interface Due {
  /** Longest due first. */
  find: (asked: { nowMs: number; limit: number }) => CallRow[];
  schedule: (asked: { id: CallRow["id"]; atMs: number | null }) => void;
  putOff: (call: CallRow, atMs: number) => CallRow;
}

/** Prepared statements about calls that are due by one column, among those that are `open` to it. */
function prepareDue(database: SqliteDatabase, column: "checkAfterMs" | "priceAfterMs", open: SQL): Due {
  const find = selectCalls(database)
    .where(and(open, lte(calls[column], sql.placeholder("nowMs"))))
    .orderBy(asc(calls[column]))
    .limit(sql.placeholder("limit"))
    .prepare();
  const schedule = database
    .update(calls)
    .set({ [column]: sql`${sql.placeholder("atMs")}` })
    .where(and(eq(calls.id, sql.placeholder("id")), open))
    .prepare();
  return {
    find: (asked) => find.all(asked).map(toCallRow),
    schedule: (asked) => void schedule.run(asked),
    putOff(call, atMs) {
      schedule.run({ id: call.id, atMs });
      return { ...call, [column]: atMs };
    },
  };
}
