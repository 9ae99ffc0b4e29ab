import { workerData } from "node:worker_threads";
import { z } from "zod";
import { accountIdSchema } from "#shared/ids.ts";
import { microsSchema } from "#shared/money.ts";
import { systemClock } from "../../../clock.ts";
import { systemAccounts } from "../../system-accounts.ts";
import { openDatabase } from "../database.ts";
import { openSqliteStore } from "../sqlite-store.ts";

const orderSchema = z.object({ path: z.string(), accountId: accountIdSchema, amountMicros: microsSchema, times: z.int() });

// Credits a wallet again and again, as an operator's script does beside a running server: with a connection of its own.
const { path, accountId, amountMicros, times } = orderSchema.parse(workerData);
const store = openSqliteStore(openDatabase(path), { clock: systemClock });
for (let index = 0; index < times; index += 1) {
  await store.postTransfer({
    id: `credit:second-writer:${index}`,
    kind: "credit",
    debitAccount: systemAccounts.gifts,
    creditAccount: accountId,
    amountMicros,
    callId: null,
    actor: "operator",
    reason: "test",
    createdMs: systemClock(),
  });
}
await store.close();
