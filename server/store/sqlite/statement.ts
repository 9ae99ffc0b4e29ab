import type { AccountId } from "#shared/ids.ts";
import { addMicros, micros, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { and, desc, eq, getTableColumns, gte, lt, or, sql } from "drizzle-orm";
import { cutPage } from "../keyset.ts";
import type { PostedTransfer, Store } from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import type { Purse } from "./purse.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";
import { transfers } from "./schema/money.ts";

type StatementStore = Pick<Store, "listTransfers">;

const beforeAll = Number.MAX_SAFE_INTEGER;

/**
 * What moved in and out of a wallet, in the order of posting. The balance of the newest line is what is posted now; from there it
 * is counted back, so that a page costs what was paged over and not the whole history.
 */
export function createStatementStore(database: SqliteDatabase, purse: Purse): StatementStore {
  const read = prepareReads(database);

  function readLines(accountId: AccountId, { cursor, limit }: { cursor?: string; limit: number }): PostedTransfer[] {
    const before = cursor === undefined ? beforeAll : read.position.get({ accountId, id: cursor })?.sequence;
    if (before === undefined) return [];
    const asked = { accountId, before, limit };
    const rows = [...read.debits.all(asked), ...read.credits.all(asked)].toSorted((a, b) => b.sequence - a.sequence);
    const lines: PostedTransfer[] = [];
    let balanceAfterMicros = balanceBefore(accountId, before);
    for (const { sequence: _sequence, ...transfer } of rows.slice(0, limit)) {
      lines.push({ ...transfer, balanceAfterMicros });
      balanceAfterMicros = subtractMicros(balanceAfterMicros, changeOf(transfer, accountId));
    }
    return lines;
  }

  /** What was posted when the transfer of that sequence was about to be. */
  function balanceBefore(accountId: AccountId, before: number): Micros {
    const asked = { accountId, before };
    const [paidOut, paidIn] = [read.debitedSince, read.creditedSince].map((sum) => micros(sum.get(asked)?.sum ?? 0));
    const posted = purse.find(accountId)?.postedMicros ?? zeroMicros;
    return subtractMicros(addMicros(posted, paidOut ?? zeroMicros), paidIn ?? zeroMicros);
  }

  return {
    async listTransfers(accountId, { limit, ...page }) {
      // One transaction, so that what another process posts meanwhile is in all of these reads or in none.
      return cutPage(
        database.transaction(() => readLines(accountId, { ...page, limit: limit + 1 })),
        limit,
      );
    },
  };
}

function changeOf(
  { creditAccount, amountMicros }: { creditAccount: string; amountMicros: Micros },
  accountId: AccountId,
): Micros {
  return creditAccount === accountId ? amountMicros : subtractMicros(zeroMicros, amountMicros);
}

type Side = typeof transfers.debitAccount | typeof transfers.creditAccount;

function prepareReads(database: SqliteDatabase) {
  const accountId = sql.placeholder("accountId");
  const before = sql.placeholder("before");
  // Each side is read by itself, in order, from its index: asked for both in one, SQLite reads an account's whole history.
  const newest = (side: Side) =>
    database
      .select({ ...getTableColumns(transfers), toNumber: calls.toNumber, contactName: contacts.name })
      .from(transfers)
      .leftJoin(calls, eq(calls.id, transfers.callId))
      .leftJoin(contacts, eq(contacts.id, calls.contactId))
      .where(and(eq(side, accountId), lt(transfers.sequence, before)))
      .orderBy(desc(transfers.sequence))
      .limit(sql.placeholder("limit"))
      .prepare();
  const sumSince = (side: Side) =>
    database
      .select({ sum: sql<number>`coalesce(sum(${transfers.amountMicros}), 0)` })
      .from(transfers)
      .where(and(eq(side, accountId), gte(transfers.sequence, before)))
      .prepare();
  return {
    debits: newest(transfers.debitAccount),
    credits: newest(transfers.creditAccount),
    debitedSince: sumSince(transfers.debitAccount),
    creditedSince: sumSince(transfers.creditAccount),
    position: database
      .select({ sequence: transfers.sequence })
      .from(transfers)
      .where(
        and(
          eq(transfers.id, sql.placeholder("id")),
          or(eq(transfers.debitAccount, accountId), eq(transfers.creditAccount, accountId)),
        ),
      )
      .prepare(),
  };
}
