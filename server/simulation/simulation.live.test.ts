import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { simulateSeeds } from "./simulate-seeds.ts";
import { tellSimulation, whatIsWrong } from "./tell-simulation.ts";

const patienceMs = 600_000;

test(
  "a thousand seeds of trouble break no promise about money on SQLite, and every trouble really happens",
  { timeout: patienceMs },
  async () => {
    const report = await simulateSeeds({ store: { name: "sqlite" }, first: 1, count: 1_000, workers: availableParallelism() });
    expect(whatIsWrong(report), tellSimulation(report)).toBeUndefined();
    expect(report.seeds).toBe(1_000);
  },
);
