import type { Clock } from "../../clock.ts";
import type { ContactStore } from "../contact-store.ts";
import type { Store } from "../store.ts";
import { prepareCallFinders } from "./call-row.ts";
import { createCallStore } from "./calls.ts";
import { createCommitter } from "./commit.ts";
import { createContactStore } from "./contacts.ts";
import type { SqliteDatabase } from "./database.ts";
import { createIdempotencyStore } from "./idempotency.ts";
import { createSettlement } from "./settlement.ts";
import { createPurse } from "./purse.ts";
import { createWalletStore } from "./wallets.ts";

/** The store on one SQLite file, written by this process alone. Closing it closes the database. */
export function openSqliteStore(database: SqliteDatabase, { clock }: { clock: Clock }): Store & ContactStore {
  const committer = createCommitter(database);
  const purse = createPurse(database);
  const find = prepareCallFinders(database);
  return {
    ...createWalletStore(database, committer, purse, clock()),
    ...createCallStore(database, committer, purse, find),
    ...createSettlement(database, committer, purse, { find, clock }),
    ...createContactStore(database),
    ...createIdempotencyStore(database, committer),
    onAccountChanged: committer.onAccountChanged,
    async close() {
      database.$client.close();
    },
  };
}
