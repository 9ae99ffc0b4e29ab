import { expect, test } from "vitest";
import { makeTestDatabase } from "../store/postgres/testing/test-database.ts";
import { runKills } from "./run-kills.ts";

const database = makeTestDatabase();

test(
  "of two servers on one Postgres, whichever is killed, nothing that either answered is forgotten",
  { timeout: 300_000 },
  async () => {
    const report = await runKills({ kills: 6, servers: 2, database: { kind: "postgres", url: database.url } });
    expect(report).toMatchObject({ kills: 6, lost: [], violations: [], unsettled: [], refusals: [] });
    // Else it was never killed amid its work, and showed nothing.
    expect(report.underLoad).toBeGreaterThan(0);
  },
);
