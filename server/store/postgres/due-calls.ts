import { and, asc, eq, lte, sql, type SQL } from "drizzle-orm";
import type { CallRow, Claim, Store } from "../store.ts";
import { selectCalls, toCallRow } from "./call-row.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls } from "./schema/calls.ts";
import type { Transact } from "./transactions.ts";

type DueCallStore = Pick<Store, "claimCallsToCheck" | "claimCallsToPrice" | "scheduleCheck" | "recordCarrierPrice">;

/** Which calls the carrier must be asked about, and when again. */
export function createDueCallStore(database: PostgresDatabase, transact: Transact): DueCallStore {
  const { toCheck, toPrice, keepPrice } = dueCallsOn(database);

  function claim(due: "toCheck" | "toPrice", nowMs: number, { limit, leaseMs }: Claim): Promise<CallRow[]> {
    return transact((database) => dueCallsOn(database)[due].claim({ nowMs, limit, untilMs: nowMs + leaseMs }));
  }

  return {
    claimCallsToCheck: (nowMs, asked) => claim("toCheck", nowMs, asked),
    claimCallsToPrice: (nowMs, asked) => claim("toPrice", nowMs, asked),
    scheduleCheck: (id, checkAfterMs) => toCheck.schedule(id, checkAfterMs),
    async recordCarrierPrice(id, { priceMicros, ...price }) {
      if (priceMicros !== undefined) await keepPrice.execute({ id, carrierPriceMicros: priceMicros });
      else if ("askAgainMs" in price) await toPrice.schedule(id, price.askAgainMs);
    },
  };
}

const dueCallsOn = preparedOn((database) => ({
  toCheck: prepareDue(database, { name: "check", column: "checkAfterMs", open: sql`NOT ${calls.final}` }),
  toPrice: prepareDue(database, {
    name: "price",
    column: "priceAfterMs",
    open: sql`${calls.final} AND ${calls.carrierPriceMicros} IS NULL`,
  }),
  keepPrice: database
    .update(calls)
    .set({ ...placeholdersFor(calls, ["carrierPriceMicros"]), priceAfterMs: null })
    .where(and(eq(calls.id, sql.placeholder("id")), sql`${calls.final}`))
    .prepare("keep_price"),
}));

interface Due {
  name: string;
  column: "checkAfterMs" | "priceAfterMs";
  /** Which calls are still open to it. */
  open: SQL;
}

/** Prepared statements about calls that are due by one column. */
function prepareDue(database: PostgresDatabase, { name, column, open }: Due) {
  const find = selectCalls(database)
    .where(and(open, lte(calls[column], sql.placeholder("nowMs"))))
    .orderBy(asc(calls[column]))
    .limit(sql.placeholder("limit"))
    // Those that another process is claiming at this moment are left to it.
    .for("no key update", { of: calls, skipLocked: true })
    .prepare(`due_to_${name}`);
  const putOff = database
    .update(calls)
    .set({ [column]: sql`${sql.placeholder("untilMs")}` })
    .where(sql`${calls.id} = ANY(${sql.placeholder("ids")}::text[])`)
    .prepare(`put_off_${name}`);
  const schedule = database
    .update(calls)
    .set({ [column]: sql`${sql.placeholder("atMs")}` })
    .where(and(eq(calls.id, sql.placeholder("id")), open))
    .prepare(`schedule_${name}`);
  return {
    /** Longest due first. */
    async claim({ untilMs, ...asked }: { nowMs: number; limit: number; untilMs: number }): Promise<CallRow[]> {
      const due = (await find.execute(asked)).map(toCallRow);
      if (due.length > 0) await putOff.execute({ untilMs, ids: due.map(({ id }) => id) });
      return due.map((call) => Object.assign(call, { [column]: untilMs }));
    },
    async schedule(id: CallRow["id"], atMs: number | null): Promise<void> {
      await schedule.execute({ id, atMs });
    },
  };
}
