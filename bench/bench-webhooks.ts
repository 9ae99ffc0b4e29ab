import { parseArgs } from "node:util";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { startNode } from "../e2e/harness/child-process.ts";
import { publicUrl } from "../server/kills/server-process.ts";
import { testAccount } from "../server/sandbox/signalling/testing/test-account.ts";
import { webhooksPerCall } from "./webhooks/call-webhooks.ts";
import { startContender, type Contender } from "./webhooks/contender.ts";
import { startLoad, type Load } from "./webhooks/load.ts";
import type { LoadResult } from "./webhooks/raw-client.ts";
import { webhookPaths } from "../server/twilio/webhook-urls.ts";
import { median } from "./median.ts";

// Signed status webhooks a second, of the real server as a process of its own, as a share of what a bare Hono server answers to
// the same requests from the same client. Rounds alternate, so that whatever else the machine does meets all of them.
const { values } = parseArgs({
  options: {
    store: { type: "string", default: "sqlite,postgres" },
    rounds: { type: "string", default: "5" },
    calls: { type: "string", default: "4000" },
    connections: { type: "string", default: "64" },
    /** A folder for a CPU profile of each server. */
    profile: { type: "string" },
  },
});
const [rounds, callsPerRound, connections] = [Number(values.rounds), Number(values.calls), Number(values.connections)];
const signer = { authToken: testAccount.authToken, publicUrl, path: webhookPaths.status };

interface Round {
  bare: LoadResult;
  measured: LoadResult;
}

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
  const before = await send(load, bare.url);
  const measured = await send(load, contender.url);
  const after = await send(load, bare.url);
  return { bare: faster(before, after), measured };
}

/** Whatever disturbs the yardstick makes it shorter, and everything measured by it longer: of two, the faster is the truer. */
function faster(a: LoadResult, b: LoadResult): LoadResult {
  return a.seconds < b.seconds ? a : b;
}

async function send(load: Load, url: string): Promise<LoadResult> {
  const result = await load.send(Number(new URL(url).port), connections);
  const others = Object.keys(result.statuses).filter((status) => status !== "204");
  if (others.length > 0) throw new Error(`${url} answered ${JSON.stringify(result.statuses)}`);
  return result;
}

function tell({ name, bar }: Contender, measured: Round[]) {
  const summary = {
    barePerSecond: Math.round(median(measured.map((round) => perSecond(round.bare)))),
    perSecond: Math.round(median(measured.map((round) => perSecond(round.measured)))),
    ratio: Number(median(measured.map((round) => perSecond(round.measured) / perSecond(round.bare))).toFixed(3)),
    bareP99Ms: Number(median(measured.map((round) => round.bare.p99Ms)).toFixed(2)),
    p50Ms: Number(median(measured.map((round) => round.measured.p50Ms)).toFixed(2)),
    p99Ms: Number(median(measured.map((round) => round.measured.p99Ms)).toFixed(2)),
  };
  console.log(`\n${name}: ${rounds} rounds of ${callsPerRound * webhooksPerCall} webhooks on ${connections} connections`);
  console.table({
    "a bare POST": { "a second": summary.barePerSecond, ratio: 1, "p99 ms": summary.bareP99Ms },
    [`webhook, ${name}`]: { "a second": summary.perSecond, ratio: summary.ratio, "p99 ms": summary.p99Ms },
  });
  console.log(`The bar is ${bar}.`);
  return { ...summary, bar };
}

function perSecond({ requests, seconds }: LoadResult): number {
  return requests / seconds;
}
