import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runKills } from "../server/kills/run-kills.ts";
import { startPostgres } from "../server/store/postgres/testing/start-postgres.ts";

// Kills real servers under load, again and again: `npm run kills -- [--count 100] [--store sqlite|postgres]`.
const { values } = parseArgs({
  // The first two are Node and run.mjs, the third is the name of this script.
  args: process.argv.slice(3),
  options: { count: { type: "string", default: "100" }, store: { type: "string", default: "sqlite" } },
});

const folder = await mkdtemp(join(tmpdir(), "ringback-kills-"));
const postgres = values.store === "postgres" ? await startPostgres() : undefined;
try {
  const report = await runKills({
    kills: Number(values.count),
    servers: postgres ? 2 : 1,
    database: postgres ? { kind: "postgres", url: postgres.url } : { kind: "sqlite", path: join(folder, "ringback.sqlite") },
    tell: (line) => console.log(line),
  });
  const { lost, violations, unsettled, refusals, ...counts } = report;
  const found = Object.entries({ lost, violations, unsettled, refusals });
  for (const [what, lines] of found) for (const line of lines.slice(0, 20)) console.error(`${what}: ${line}`);
  console.log(
    JSON.stringify({ store: values.store, ...counts, ...Object.fromEntries(found.map(([what, { length }]) => [what, length])) }),
  );
  process.exitCode = found.some(([, lines]) => lines.length > 0) ? 1 : 0;
} finally {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
