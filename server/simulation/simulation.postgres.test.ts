import { availableParallelism } from "node:os";
import { expect, inject, test } from "vitest";
import { simulateSeeds } from "./simulate-seeds.ts";
import { tellSimulation, whatIsWrong } from "./tell-simulation.ts";

const patienceMs = 600_000;

test(
  "a hundred seeds of trouble break no promise about money with two servers on one Postgres",
  { timeout: patienceMs },
  async () => {
    const store = { name: "postgres", serverUrl: inject("postgres").url } as const;
    const report = await simulateSeeds({ store, first: 1, count: 100, workers: availableParallelism() });
    expect(whatIsWrong(report), tellSimulation(report)).toBeUndefined();
    expect(report.seeds).toBe(100);
  },
);
