import { openSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { publicUrl, startServerProcess } from "../server/kills/server-process.ts";
import { testAccount } from "../server/sandbox/signalling/testing/test-account.ts";
import { webhookPaths } from "../server/twilio/webhook-urls.ts";
import { fillAccounts } from "./live/fill-accounts.ts";
import { startObedient } from "./obedient-process.ts";
import { readProcessUsage } from "./process-usage.ts";

// What 10,000 people on a call cost one server while they watch it, by the live stream and by polling every two seconds, in one
// run. Everything is real: the server as a process of its own on SQLite, signed-in accounts, and signed webhooks of their calls.
const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "10000" },
    /** As long as the interval of heartbeats, so that each stream has one in it. */
    seconds: { type: "string", default: "20" },
    /** 10,000 live calls have about so many webhooks. */
    webhooks: { type: "string", default: "222" },
    profile: { type: "string" },
  },
});
const [clients, seconds, perSecond] = [Number(values.clients), Number(values.seconds), Number(values.webhooks)];
const signer = { authToken: testAccount.authToken, publicUrl, path: webhookPaths.status };

const pushedSchema = z.object({
  webhooks: z.int(),
  snapshots: z.int(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  heartbeats: z.int(),
  ended: z.int(),
});
const polledSchema = z.object({ due: z.int(), answered: z.int(), unchanged: z.int() });

const folder = await mkdtemp(join(tmpdir(), "ringback-bench-"));
const [databasePath, bearersFile] = [join(folder, "ringback.sqlite"), join(folder, "bearers")];
console.log(`Signing ${clients} people in, each with a call.`);
writeFileSync(bearersFile, (await fillAccounts(databasePath, clients)).join("\n"));
const server = await startServerProcess({
  database: { kind: "sqlite", path: databasePath },
  // Nothing answers there.
  carrierUrl: "http://127.0.0.1:9",
  stderrFile: openSync(join(folder, "server.log"), "w"),
  nodeFlags: values.profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", values.profile],
});
const people = startObedient(join(import.meta.dirname, "live/clients-process.ts"));
try {
  await people.obey({ kind: "begin", port: Number(new URL(server.url).port), bearersFile, signer });
  const { cpuShare: unwatchedCpu } = await measure(() => people.obey({ kind: "push", seconds, perSecond }));
  const unwatched = readProcessUsage(server.pid);
  const startedMs = performance.now();
  await people.obey({ kind: "open" });
  const openSeconds = (performance.now() - startedMs) / 1000;
  // What signing in left behind is collected before memory is read.
  await setTimeout(3_000);
  const open = readProcessUsage(server.pid);
  const { result: pushed, cpuShare: streamsCpu } = await measure(() => people.obey({ kind: "push", seconds, perSecond }));
  await people.obey({ kind: "fall_back" });
  const { result: polled, cpuShare: pollingCpu } = await measure(() => people.obey({ kind: "poll", seconds, perSecond }));
  report({ openSeconds, kilobytesPerStream: (open.residentBytes - unwatched.residentBytes) / 1024 / clients });

  function report(streams: { openSeconds: number; kilobytesPerStream: number }) {
    const { snapshots, webhooks, p50Ms, p99Ms, heartbeats, ended } = pushedSchema.parse(pushed);
    const { due, answered, unchanged } = polledSchema.parse(polled);
    // The webhooks come whether anybody watches or not. What is left is what watching costs.
    const watchingCores = Math.max(streamsCpu - unwatchedCpu, 0);
    // A server that cannot keep up answers fewer polls than it owes; what all of them would cost is reckoned from those.
    const pollingCores = Math.max(pollingCpu - unwatchedCpu, 0) * (due / answered);
    console.table({
      "nobody watches": { "CPU of a core": percent(unwatchedCpu), answered: "" },
      streams: { "CPU of a core": percent(streamsCpu), answered: `${snapshots} snapshots of ${webhooks} webhooks` },
      polling: { "CPU of a core": percent(pollingCpu), answered: `${answered} of ${due} polls, ${unchanged} unchanged` },
    });
    const summary = {
      bench: "live",
      clients,
      webhooksPerSecond: perSecond,
      openSeconds: round(streams.openSeconds, 1),
      kilobytesPerStream: round(streams.kilobytesPerStream, 1),
      webhookCores: round(unwatchedCpu, 3),
      streamCores: round(watchingCores, 3),
      microsecondsPerStreamSecond: round((watchingCores * 1e6) / clients, 1),
      pushP50Ms: round(p50Ms, 1),
      pushP99Ms: round(p99Ms, 1),
      snapshots,
      webhooks,
      heartbeats,
      streamsEnded: ended,
      pollsDue: due,
      pollsAnswered: answered,
      pollingCores: round(pollingCores, 3),
      pollingOverStreams: round(pollingCores / watchingCores, 1),
    };
    console.log(JSON.stringify(summary));
  }
} finally {
  people.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Does something that goes on for the time of the bench, and tells how much of a core the server used meanwhile. */
async function measure(work: () => Promise<unknown>): Promise<{ result: unknown; cpuShare: number }> {
  const before = readProcessUsage(server.pid);
  const result = await work();
  return { result, cpuShare: (readProcessUsage(server.pid).cpuSeconds - before.cpuSeconds) / seconds };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
