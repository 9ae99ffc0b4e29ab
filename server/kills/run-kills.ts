import { setTimeout } from "node:timers/promises";
import type { AccountId } from "#shared/ids.ts";
import type { AskedCall } from "./acknowledgement.ts";
import { countEvents, readCallRecords, type CallRecord } from "./call-records.ts";
import { findStepsBack, findViolations } from "./ledger-violations.ts";
import { openLedgerReader, type LedgerReader } from "./ledger-reader.ts";
import { findLost } from "./lost-acknowledgements.ts";
import { startModelCarrier } from "./model-carrier.ts";
import { withStore } from "./with-store.ts";
import { askForCall, openWallets, topUp } from "./people.ts";
import { createFleet, type Fleet } from "./fleet.ts";
import type { DatabaseAddress } from "./server-process.ts";
import { findUnsettled } from "./unsettled-calls.ts";
import { createWebhookLoad, type WebhookLoad } from "./webhook-load.ts";

export interface KillOptions {
  /** How many times a server is killed. */
  kills: number;
  /** How many servers share the database. */
  servers: number;
  database: DatabaseAddress;
  /** Told what each kill came to. */
  tell?: (line: string) => void;
  random?: () => number;
}

export interface KillReport {
  kills: number;
  calls: number;
  acknowledged: number;
  /** How many of the kills found webhooks under way. */
  underLoad: number;
  /** Everything found wrong, in sentences; empty when all is well. */
  lost: string[];
  violations: string[];
  unsettled: string[];
  refusals: string[];
}

const wallets = 8;
const callsPerKill = 32;
/** How many answers a server gives before it dies, at most: about as many as its calls have webhooks. */
const answersPerLife = 180;
const settleWithinMs = 120_000;

/**
 * Kills the real server with SIGKILL while the carrier's signed webhooks come in, twice, late and in any order, starts it again and
 * reads in the database what became of what it had answered. Where in its work it dies is up to chance and the machine, which is
 * the point. At the end the servers stay, and everything must be settled.
 */
export async function runKills(options: KillOptions): Promise<KillReport> {
  const { database, random = Math.random, tell = () => {} } = options;
  const carrier = await startModelCarrier(random);
  const accountIds = await withStore(database, (store) => openWallets(store, wallets));
  const ledger = await openLedgerReader(database);
  const load = createWebhookLoad({ carrier, random });
  const fleet = createFleet({ database, carrierUrl: carrier.url, size: options.servers });
  const report: KillReport = {
    kills: 0,
    calls: 0,
    acknowledged: 0,
    underLoad: 0,
    lost: [],
    violations: [],
    unsettled: [],
    refusals: [],
  };
  let before: ReadonlyMap<CallRecord["id"], CallRecord> = new Map();

  async function checkBooks(): Promise<void> {
    // Read in this order: an answer that comes in between has its effect in the books, and is only asked for the next time.
    const acknowledged = [...load.acknowledged];
    const calls = await readCallRecords(ledger);
    report.lost.push(...findLost(acknowledged, { calls, events: await countEvents(ledger) }));
    report.violations.push(...findStepsBack(before, calls), ...(await findViolations(ledger, calls)));
    before = calls;
  }

  try {
    for (let kill = 0; kill < options.kills; kill += 1) {
      const asked = await askForCalls({ database, accountIds, random });
      for (const call of asked) load.add(call);
      await makeDue(ledger);
      await fleet.startMissing();
      const sending = load.run(fleet.living);
      report.underLoad += Number(await killAmidst({ load, fleet, random }));
      await sending;
      report.kills += 1;
      report.calls += asked.length;
      await checkBooks();
      tell(
        `${report.kills} kills, ${report.calls} calls, ${load.acknowledged.length} webhooks answered, ${load.waiting} to come`,
      );
    }
    await fleet.startMissing();
    await load.run(fleet.living);
    await settleAll(ledger, () => checkBooks());
    report.unsettled.push(...(await findUnsettled(ledger, { truths: carrier.truths, calls: await readCallRecords(ledger) })));
  } finally {
    await fleet.stop();
    await ledger.close();
    await carrier.close();
  }
  return { ...report, acknowledged: load.acknowledged.length, refusals: [...load.refusals] };
}

async function askForCalls(options: {
  database: DatabaseAddress;
  accountIds: readonly AccountId[];
  random: () => number;
}): Promise<AskedCall[]> {
  const { database, accountIds, random } = options;
  const anybody = () => accountIds[Math.floor(random() * accountIds.length)] as AccountId;
  return withStore(database, async (store) => {
    await topUp(store, anybody());
    return Promise.all(Array.from({ length: callsPerKill }, () => askForCall(store, anybody())));
  });
}

/** Lets a server give so many answers, kills it, and says whether there was more to come. */
async function killAmidst(options: { load: WebhookLoad; fleet: Fleet; random: () => number }): Promise<boolean> {
  const { load, fleet, random } = options;
  const answers = load.acknowledged.length + Math.floor(random() * answersPerLife);
  while (load.acknowledged.length < answers && load.waiting > 0) await setTimeout(1);
  // Not only right after an answer: anywhere between two.
  await setTimeout(random() * 10);
  const isUnderLoad = load.waiting > 0;
  await fleet.killOne(random);
  return isUnderLoad;
}

/** Makes the time pass after which the carrier is asked about a call, so that reconciling goes on amid the kills. */
async function makeDue(ledger: LedgerReader): Promise<void> {
  await ledger.rows("UPDATE calls SET check_after_ms = 0 WHERE NOT final AND parent_sid IS NOT NULL RETURNING id");
}

async function settleAll(ledger: LedgerReader, check: () => Promise<void>): Promise<void> {
  const deadlineMs = Date.now() + settleWithinMs;
  while (Date.now() < deadlineMs && (await ledger.rows("SELECT id FROM calls WHERE NOT final LIMIT 1")).length > 0) {
    await makeDue(ledger);
    await setTimeout(500);
  }
  await check();
}
