import { parseArgs } from "node:util";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { startNode } from "../e2e/harness/child-process.ts";
import { publicUrl } from "../server/kills/server-process.ts";
import { testAccount } from "../server/sandbox/signalling/testing/test-account.ts";
import { webhooksPerCall } from "./webhooks/call-webhooks.ts";
import { startContender, type Contender } from "./webhooks/contender.ts";
import { startLoad } from "./webhooks/load.ts";
import type { LoadResult } from "./webhooks/raw-client.ts";
import { webhookPaths } from "../server/twilio/webhook-urls.ts";
import { median } from "./median.ts";
import { readProcessUsage } from "./process-usage.ts";

// Signed status webhooks a second, of the real server as a process of its own, as a share of what a bare Hono server answers to
// the same requests from the same client. Rounds alternate, so that whatever else the machine does meets all of them.
const { values } = parseArgs({
  options: {
    store: { type: "string", default: "sqlite,postgres" },
    rounds: { type: "string", default: "7" },
    calls: { type: "string", default: "3000" },
    connections: { type: "string", default: "128" },
    /** A folder for a CPU profile of each server. */
    profile: { type: "string" },
  },
});
const [rounds, callsPerRound, connections] = [Number(values.rounds), Number(values.calls), Number(values.connections)];
const signer = { authToken: testAccount.authToken, publicUrl, path: webhookPaths.status };

interface Round {
  bare: Measured;
  measured: Measured;
}

/** `cpuMicroseconds`: what one request took of the server's own time, which says less of whatever else the machine did. */
type Measured = LoadResult & { cpuMicroseconds: number };

const folder = await mkdtemp(join(tmpdir(), "ringback-bench-"));
const load = startLoad();
const bare = await startNode([join(import.meta.dirname, "webhooks/bare-process.ts")], { env: {}, ready: /Bare server at (\S+)/ });
try {
  const report: Record<string, object> = {};
  for (const name of values.store.split(",")) {
    // The first round warms up both.
    const calls = callsPerRound * (rounds + 1);
    const contender = await startContender(name, { folder, calls, profileFolder: values.profile });
    const measured: Round[] = [];
    for (let round = 0; round <= rounds; round += 1) measured.push(await runRound(contender, round));
    const uncharged = await contender.stop();
    if (uncharged.length > 0) throw new Error(`${name} answered what it did not do:\n${uncharged.slice(0, 5).join("\n")}`);
    report[name] = tell(contender, measured.slice(1));
  }
  console.log(JSON.stringify({ bench: "webhooks", connections, rounds, ...report }));
} finally {
  load.stop();
  await bare.stop();
  await rm(folder, { recursive: true, force: true });
}

async function runRound(contender: Contender, round: number): Promise<Round> {
  await load.sign(signer, { first: round * callsPerRound, count: callsPerRound });
  // The yardstick is laid on before and after, twice each, so that it is read for about as long as what it measures.
  const before = [await send(bare), await send(bare)];
  const measured = await send(contender);
  const after = [await send(bare), await send(bare)];
  return { bare: together([...before, ...after]), measured };
}

async function send({ url, pid }: { url: string; pid: number }): Promise<Measured> {
  const idle = readProcessUsage(pid);
  const result = await load.send(Number(new URL(url).port), connections);
  const others = Object.keys(result.statuses).filter((status) => status !== "204");
  if (others.length > 0) throw new Error(`${url} answered ${JSON.stringify(result.statuses)}`);
  const cpuSeconds = readProcessUsage(pid).cpuSeconds - idle.cpuSeconds;
  return { ...result, cpuMicroseconds: (cpuSeconds * 1e6) / result.requests };
}

/** Runs of the same requests as if they had been one. */
function together(runs: readonly Measured[]): Measured {
  const [first] = runs;
  if (!first) throw new Error("There is nothing to put together.");
  const mean = (valueOf: (run: Measured) => number) => runs.reduce((sum, run) => sum + valueOf(run), 0) / runs.length;
  return {
    ...first,
    seconds: mean((run) => run.seconds),
    p50Ms: mean((run) => run.p50Ms),
    p99Ms: mean((run) => run.p99Ms),
    cpuMicroseconds: mean((run) => run.cpuMicroseconds),
  };
}

function tell({ name, bar }: Contender, measured: Round[]) {
  const summary = {
    barePerSecond: Math.round(median(measured.map((round) => perSecond(round.bare)))),
    perSecond: Math.round(median(measured.map((round) => perSecond(round.measured)))),
    ratio: Number(median(measured.map((round) => perSecond(round.measured) / perSecond(round.bare))).toFixed(3)),
    bareP99Ms: Number(median(measured.map((round) => round.bare.p99Ms)).toFixed(2)),
    p50Ms: Number(median(measured.map((round) => round.measured.p50Ms)).toFixed(2)),
    p99Ms: Number(median(measured.map((round) => round.measured.p99Ms)).toFixed(2)),
    bareCpuMicroseconds: Math.round(median(measured.map((round) => round.bare.cpuMicroseconds))),
    cpuMicroseconds: Math.round(median(measured.map((round) => round.measured.cpuMicroseconds))),
  };
  console.log(`\n${name}: ${rounds} rounds of ${callsPerRound * webhooksPerCall} webhooks on ${connections} connections`);
  console.table({
    "a bare POST": {
      "a second": summary.barePerSecond,
      ratio: 1,
      "p99 ms": summary.bareP99Ms,
      "CPU us": summary.bareCpuMicroseconds,
    },
    [`webhook, ${name}`]: {
      "a second": summary.perSecond,
      ratio: summary.ratio,
      "p99 ms": summary.p99Ms,
      "CPU us": summary.cpuMicroseconds,
    },
  });
  console.log(`The bar is ${bar}.`);
  return { ...summary, bar };
}

function perSecond({ requests, seconds }: LoadResult): number {
  return requests / seconds;
}
