import { expect, test } from "vitest";
import { noFaults, faults, type Fault } from "./faults.ts";
import type { SimulationReport } from "./simulate-seeds.ts";
import { whatIsWrong } from "./tell-simulation.ts";

const everyFault = Object.fromEntries(faults.map((fault) => [fault, 1])) as Record<Fault, number>;
const good: SimulationReport = { store: "sqlite", seeds: 1_000, steps: 1, faults: everyFault, failure: undefined, durationMs: 1 };

test("a failure is told with its seed, its step, what was broken, and the command that shows it again", () => {
  const violation = { step: 7, broken: ["call-1 is charged twice."], trace: ["00:00:01.000 completed"] };
  const told = whatIsWrong({ ...good, store: "postgres", failure: { seed: 42, steps: 7, faults: noFaults, violation } });
  expect(told).toContain("Seed 42 broke a promise at step 7:\n  call-1 is charged twice.");
  expect(told).toContain("npm run simulate -- --store postgres --seed 42");
  expect(told).toContain("00:00:01.000 completed");
});

test("a fault that never happens is a defect of the simulator, once there were seeds enough", () => {
  const report = { ...good, faults: { ...everyFault, "webhook lost": 0 } };
  expect(whatIsWrong(report)).toContain("webhook lost");
  expect(whatIsWrong({ ...report, seeds: 100 })).toBeUndefined();
  expect(whatIsWrong(good)).toBeUndefined();
});
