import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { Overdrawn, type FactLedger } from "./fact-ledger.ts";
import { prepareSql } from "./prepare-sql.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls, webhookEvents } from "./schema/calls.ts";
import { accounts, transfers } from "./schema/money.ts";
import { rowsOf } from "./unnest.ts";

/** What a carrier's word can change of a call. */
const settledColumns = [
  "childSid",
  "status",
  "durationSeconds",
  "answeredMs",
  "endedMs",
  "holdOpen",
  "chargedMicros",
  "unrecoveredMicros",
  "final",
  "checkAfterMs",
  "priceAfterMs",
] as const;

const callLines = rowsOf(calls, ["id", ...settledColumns]);
const walletLines = rowsOf(accounts, ["id", "postedMicros", "heldMicros", "rev"]);
const transferLines = rowsOf(transfers, [
  "id",
  "kind",
  "debitAccount",
  "creditAccount",
  "amountMicros",
  "callId",
  "actor",
  "reason",
  "createdMs",
]);
const eventLines = rowsOf(webhookEvents, ["childSid", "sequence", "status", "receivedMs"]);

/** Writes all that many facts came to, in one statement a table. */
export const writeFactsOn = preparedOn((database) => {
  const moveWallets = database
    .update(accounts)
    .set({
      postedMicros: sql`${accounts.postedMicros} + line.posted_micros`,
      heldMicros: sql`${accounts.heldMicros} + line.held_micros`,
      rev: sql`${accounts.rev} + line.rev`,
    })
    .from(walletLines.source)
    .where(
      sql`${accounts.id} = line.id AND ${accounts.kind} = 'wallet'
        AND ${accounts.postedMicros} + line.posted_micros >= ${accounts.heldMicros} + line.held_micros`,
    )
    .prepare("move_wallets");
  const saveCalls = database
    .update(calls)
    .set(fromLine())
    .from(callLines.source)
    .where(sql`${calls.id} = line.id`)
    .prepare("save_calls");
  const recordTransfers = prepareSql(database, { name: "record_transfers", statement: transferLines.insert });
  const keepEvents = prepareSql(database, { name: "keep_events", statement: eventLines.insert });

  return async ({ calls, wallets, transfers, events }: FactLedger["changes"]): Promise<void> => {
    // Sent one after another without waiting in between.
    const [moved, saved] = await Promise.all([
      wallets.length > 0 ? moveWallets.execute(walletLines.values(wallets)) : nothingDone,
      calls.length > 0 ? saveCalls.execute(callLines.values(calls)) : nothingDone,
      transfers.length > 0 && recordTransfers.execute(transferLines.values(transfers)),
      events.length > 0 && keepEvents.execute(eventLines.values(events)),
    ]);
    if (moved.rowCount !== wallets.length || saved.rowCount !== calls.length)
      throw new Overdrawn("Calls or wallets that were kept for this transaction are not as they were.");
  };
});

const nothingDone = { rowCount: 0 };

function fromLine(): Record<(typeof settledColumns)[number], SQL> {
  const columns = getTableColumns(calls);
  const entries = settledColumns.map((name) => [name, sql`line.${sql.identifier(columns[name].name)}`]);
  return Object.fromEntries(entries) as Record<(typeof settledColumns)[number], SQL>;
}
