import type { AccountId } from "#shared/ids.ts";
import { micros, type Micros } from "#shared/money.ts";
import { and, eq, gte, sql } from "drizzle-orm";
import { preparedOn } from "./prepared-on.ts";
import { transfers } from "./schema/money.ts";

type Side = typeof transfers.debitAccount | typeof transfers.creditAccount;

/** A prepared question for what calls cost an account since a moment: settlements less refunds, each read from an index alone. */
export const readSpentOn = preparedOn((database) => {
  const sumOf = (kind: "settle" | "refund", account: Side) =>
    database
      .select({ sum: sql`coalesce(sum(${transfers.amountMicros}), 0)` })
      .from(transfers)
      .where(
        and(
          // Written out, so that a plan that was made once for all accounts may use the index on these rows alone.
          sql`${transfers.kind} = ${sql.raw(`'${kind}'`)}`,
          eq(account, sql.placeholder("accountId")),
          gte(transfers.createdMs, sql.placeholder("sinceMs")),
        ),
      );
  const settled = sumOf("settle", transfers.debitAccount);
  const refunded = sumOf("refund", transfers.creditAccount);
  // One statement, so that both are sums of the same moment. Postgres adds up to a type that the driver gives as text.
  const statement = database
    .select({ spent: sql`(${settled}) - (${refunded})`.mapWith(Number) })
    .from(sql`(SELECT) AS nothing`)
    .prepare("spent");
  return async (accountId: AccountId, sinceMs: number): Promise<Micros> => {
    const [row] = await statement.execute({ accountId, sinceMs });
    return micros(row?.spent ?? 0);
  };
});
