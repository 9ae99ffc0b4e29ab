import { zeroMicros } from "#shared/money.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { accounts } from "./schema/money.ts";

interface CounterAccount {
  /** No AccountId, so that no route can ever be asked for one. */
  id: string;
  kind: "receivable" | "system";
  createdMs: number;
}

/** A prepared statement that opens the accounts on the other side of wallets. Opening one again changes nothing. */
export function prepareOpenCounterAccount(database: SqliteDatabase): (account: CounterAccount) => void {
  const open = database
    .insert(accounts)
    .values({
      postedMicros: zeroMicros,
      heldMicros: zeroMicros,
      rev: 0,
      maxConcurrentCalls: 0,
      maxPerMinuteMicros: zeroMicros,
      lowBalanceMicros: zeroMicros,
      ...placeholdersFor(accounts, ["id", "kind", "createdMs"]),
    })
    .onConflictDoNothing()
    .prepare();
  return (account) => void open.run({ ...account });
}
