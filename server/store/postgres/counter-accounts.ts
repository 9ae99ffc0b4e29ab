import { zeroMicros } from "#shared/money.ts";
import { placeholdersFor } from "./placeholders.ts";
import { preparedOn } from "./prepared-on.ts";
import { accounts } from "./schema/money.ts";

interface CounterAccount {
  /** No AccountId, so that no route can ever be asked for one. */
  id: string;
  kind: "receivable" | "system";
  createdMs: number;
}

/** A prepared statement that opens the accounts on the other side of wallets. Opening one again changes nothing. */
export const openCounterAccountOn = preparedOn((database) => {
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
    .prepare("open_counter_account");
  return async (account: CounterAccount): Promise<void> => void (await open.execute({ ...account }));
});
