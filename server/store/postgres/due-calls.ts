import { and, asc, eq, lte, sql, type SQL } from "drizzle-orm";
import type { CallRow, Claim, Store } from "../store.ts";
import { callColumns, toCallRow } from "./call-row.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls } from "./schema/calls.ts";

type DueCallStore = Pick<Store, "claimCallsToCheck" | "claimCallsToPrice" | "scheduleCheck" | "recordCarrierPrice">;

/** Which calls the carrier must be asked about, and when again. Each of these is one statement, and so one transaction. */
export function createDueCallStore(database: PostgresDatabase): DueCallStore {
  const { toCheck, toPrice, keepPrice } = dueCallsOn(database);
  return {
    claimCallsToCheck: (nowMs, claim) => toCheck.claim(nowMs, claim),
    claimCallsToPrice: (nowMs, claim) => toPrice.claim(nowMs, claim),
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
  const due = database.$with("due").as(
    database
      .select({ id: calls.id, dueMs: sql<number>`${calls[column]}`.mapWith(Number).as("due_ms") })
      .from(calls)
      .where(and(open, lte(calls[column], sql.placeholder("nowMs"))))
      .orderBy(asc(calls[column]))
      .limit(sql.placeholder("limit"))
      // Those that another process is about to claim are left to it.
      .for("no key update", { skipLocked: true }),
  );
  const claim = database
    .with(due)
    .update(calls)
    .set({ [column]: sql`${sql.placeholder("untilMs")}` })
    .from(due)
    .where(eq(calls.id, due.id))
    .returning({ ...callColumns, dueMs: due.dueMs })
    .prepare(`claim_to_${name}`);
  const schedule = database
    .update(calls)
    .set({ [column]: sql`${sql.placeholder("atMs")}` })
    .where(and(eq(calls.id, sql.placeholder("id")), open))
    .prepare(`schedule_${name}`);
  return {
    /** Longest due first. */
    async claim(nowMs: number, { limit, leaseMs }: Claim): Promise<CallRow[]> {
      const claimed = await claim.execute({ nowMs, limit, untilMs: nowMs + leaseMs });
      return claimed.toSorted((a, b) => a.dueMs - b.dueMs).map(({ dueMs: _dueMs, ...call }) => toCallRow(call));
    },
    async schedule(id: CallRow["id"], atMs: number | null): Promise<void> {
      await schedule.execute({ id, atMs });
    },
  };
}
