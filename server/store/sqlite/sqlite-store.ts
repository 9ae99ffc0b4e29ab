import type { Clock } from "../../clock.ts";
import { systemAccounts } from "../system-accounts.ts";
import type { WholeStore } from "../whole-store.ts";
import { prepareCallFinders } from "./call-row.ts";
import { createCallStatisticsStore } from "./call-statistics.ts";
import { createCallStore } from "./calls.ts";
import { watchChangesElsewhere } from "./changes-elsewhere.ts";
import { createCommitter } from "./commit.ts";
import { createContactStore } from "./contacts.ts";
import { prepareOpenCounterAccount } from "./counter-accounts.ts";
import type { SqliteDatabase } from "./database.ts";
import { createDeckStore } from "./decks.ts";
import { createDueCallStore } from "./due-calls.ts";
import { createIdempotencyStore } from "./idempotency.ts";
import { createOpenCallCount } from "./open-calls.ts";
import { createPurse } from "./purse.ts";
import { createQualityStore } from "./quality.ts";
import { createSettlement } from "./settlement.ts";
import { prepareReadSpent } from "./spent.ts";
import { createStatementStore } from "./statement.ts";
import { createTransferStore } from "./transfers.ts";
import { createAuthAdapter, createUserStore } from "./users.ts";
import { createWalletStore } from "./wallets.ts";

/** The store on one SQLite file, served by one process. Closing it commits what waits and closes the database. */
export function openSqliteStore(
  database: SqliteDatabase,
  { clock, observeGroup }: { clock: Clock; observeGroup?: (size: number) => void },
): WholeStore {
  openSystemAccounts(database, clock());
  const committer = createCommitter(database, observeGroup);
  const changesElsewhere = watchChangesElsewhere(database);
  const purse = createPurse(database);
  const find = prepareCallFinders(database);
  const readSpent = prepareReadSpent(database);
  const anything = database.$client.prepare("SELECT 1 FROM accounts LIMIT 1");
  return {
    ...createWalletStore(database, committer, purse, readSpent),
    ...createTransferStore(database, committer, purse),
    ...createStatementStore(database, purse),
    ...createCallStore(database, committer, purse, find),
    ...createCallStatisticsStore(database),
    ...createDueCallStore(database, committer),
    ...createOpenCallCount(database),
    ...createSettlement(database, { committer, purse, find, readSpent, clock }),
    ...createContactStore(database, committer, purse),
    ...createDeckStore(database, committer),
    ...createUserStore(database),
    ...createQualityStore(database, committer),
    ...createIdempotencyStore(database, committer),
    authAdapter: createAuthAdapter(database),
    onAccountChanged: committer.onAccountChanged,
    onChangedElsewhere: changesElsewhere.onChangedElsewhere,
    async ping() {
      anything.get();
    },
    async close() {
      changesElsewhere.stop();
      committer.close();
      database.$client.close();
    },
  };
}

function openSystemAccounts(database: SqliteDatabase, createdMs: number): void {
  const open = prepareOpenCounterAccount(database);
  for (const id of Object.values(systemAccounts)) open({ id, kind: "system", createdMs });
}
