import { micros, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import type { AccountId } from "#shared/ids.ts";
import { and, eq, gte, sql } from "drizzle-orm";
import type { SqliteDatabase } from "./database.ts";
import { transfers } from "./schema/money.ts";

/** What calls cost an account since a moment: settlements less refunds. */
export type ReadSpent = (accountId: AccountId, sinceMs: number) => Micros;

/** A prepared question for what calls cost an account since a moment. Its two sums are each read from an index alone. */
export function prepareReadSpent(database: SqliteDatabase): ReadSpent {
  const sumOf = (kind: "settle" | "refund", account: typeof transfers.debitAccount | typeof transfers.creditAccount) =>
    database
      .select({ sum: sql<number>`coalesce(sum(${transfers.amountMicros}), 0)` })
      .from(transfers)
      .where(
        and(
          // Written out: SQLite uses an index on some rows only where it can see that these are among them.
          sql`${transfers.kind} = ${sql.raw(`'${kind}'`)}`,
          eq(account, sql.placeholder("accountId")),
          gte(transfers.createdMs, sql.placeholder("sinceMs")),
        ),
      )
      .prepare();
  const [settled, refunded] = [sumOf("settle", transfers.debitAccount), sumOf("refund", transfers.creditAccount)];
  return (accountId, sinceMs) => {
    const [out, back] = [settled, refunded].map((sum) => micros(sum.get({ accountId, sinceMs })?.sum ?? 0));
    return subtractMicros(out ?? zeroMicros, back ?? zeroMicros);
  };
}
