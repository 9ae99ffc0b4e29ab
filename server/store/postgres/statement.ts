import type { AccountId } from "#shared/ids.ts";
import { micros, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { and, desc, eq, getTableColumns, gte, lt, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { cutPage } from "../keyset.ts";
import type { PostedTransfer, Store } from "../store.ts";
import type { PostgresDatabase } from "./pool.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";
import { accounts, transfers } from "./schema/money.ts";

type StatementStore = Pick<Store, "listTransfers">;

const beforeAll = Number.MAX_SAFE_INTEGER;

/**
 * What moved in and out of a wallet, in the order of posting. The balance of the newest line is what is posted now; from there it
 * is counted back, so that a page costs what was paged over and not the whole history.
 */
export function createStatementStore(database: PostgresDatabase): StatementStore {
  const { lines, position } = statementOn(database);

  async function readLines(accountId: AccountId, { cursor, limit }: { cursor?: string; limit: number }) {
    const before = cursor === undefined ? beforeAll : (await position.execute({ accountId, id: cursor }))[0]?.sequence;
    if (before === undefined) return [];
    const rows = await lines.execute({ accountId, before, limit });
    let balanceAfterMicros = rows[0]?.balanceMicros ?? zeroMicros;
    const posted: PostedTransfer[] = [];
    for (const { sequence: _sequence, balanceMicros: _balance, ...transfer } of rows) {
      posted.push({ ...transfer, balanceAfterMicros });
      balanceAfterMicros = subtractMicros(balanceAfterMicros, changeOf(transfer, accountId));
    }
    return posted;
  }

  return {
    async listTransfers(accountId, { limit, ...page }) {
      return cutPage(await readLines(accountId, { ...page, limit: limit + 1 }), limit);
    },
  };
}

function changeOf(
  { creditAccount, amountMicros }: { creditAccount: string; amountMicros: Micros },
  accountId: AccountId,
): Micros {
  return creditAccount === accountId ? amountMicros : subtractMicros(zeroMicros, amountMicros);
}

// Postgres adds up to a type that the driver gives as text.
const toMicros = (sum: string): Micros => micros(Number(sum));

type Side = typeof transfers.debitAccount | typeof transfers.creditAccount;

const statementOn = preparedOn((database) => {
  const accountId = sql.placeholder("accountId");
  const before = sql.placeholder("before");
  const sumSince = (side: Side) =>
    database
      .select({ sum: sql`coalesce(sum(${transfers.amountMicros}), 0)` })
      .from(transfers)
      .where(and(eq(side, accountId), gte(transfers.sequence, before)));
  // What was posted when the transfer of that sequence was about to be.
  const balance = database
    .select({
      posted: sql`${accounts.postedMicros} + (${sumSince(transfers.debitAccount)}) - (${sumSince(transfers.creditAccount)})`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const newest = (side: Side) =>
    database
      .select({
        ...getTableColumns(transfers),
        toNumber: calls.toNumber,
        contactName: contacts.name,
        balanceMicros: sql`(${balance})`.mapWith(toMicros).as("balance_micros"),
      })
      .from(transfers)
      .leftJoin(calls, eq(calls.id, transfers.callId))
      .leftJoin(contacts, eq(contacts.id, calls.contactId))
      .where(and(eq(side, accountId), lt(transfers.sequence, before)))
      .orderBy(desc(transfers.sequence))
      .limit(sql.placeholder("limit"));
  return {
    // One statement, so that what is posted meanwhile is in all of it or in none.
    lines: unionAll(newest(transfers.debitAccount), newest(transfers.creditAccount))
      .orderBy(desc(sql.identifier(transfers.sequence.name)))
      .limit(sql.placeholder("limit"))
      .prepare("statement_lines"),
    position: database
      .select({ sequence: transfers.sequence })
      .from(transfers)
      .where(
        and(
          eq(transfers.id, sql.placeholder("id")),
          or(eq(transfers.debitAccount, accountId), eq(transfers.creditAccount, accountId)),
        ),
      )
      .prepare("statement_position"),
  };
});
