import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runKills } from "./run-kills.ts";

let folder: string;

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "ringback-kills-"))));
afterEach(() => rm(folder, { recursive: true }));

test(
  "a server on SQLite that is killed 20 times under load forgets nothing it answered, and settles everything",
  { timeout: 300_000 },
  async () => {
    const report = await runKills({ kills: 20, servers: 1, database: { kind: "sqlite", path: join(folder, "ringback.sqlite") } });
    expect(report).toMatchObject({ kills: 20, lost: [], violations: [], unsettled: [], refusals: [] });
    // Else it was never killed amid its work, and showed nothing.
    expect(report.underLoad).toBeGreaterThan(5);
  },
);
