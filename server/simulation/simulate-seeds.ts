import { Worker } from "node:worker_threads";
import type { StoreChoice, StoreName } from "./database/open-simulated-store.ts";
import { addFaults, noFaults, type FaultCounts } from "./faults.ts";
import type { SeedRange } from "./seed-worker.ts";
import type { SeedReport } from "./simulate-seed.ts";

export interface SimulationReport {
  store: StoreName;
  seeds: number;
  steps: number;
  faults: FaultCounts;
  /** The first seed that broke a promise, by number; undefined when every promise was kept. */
  failure: SeedReport | undefined;
  durationMs: number;
}

export interface SimulateSeedsOptions {
  store: StoreChoice;
  first: number;
  count: number;
  /** How many threads share the seeds. */
  workers: number;
}

/** Runs a range of seeds, shared among threads. */
export async function simulateSeeds({ store, first, count, workers }: SimulateSeedsOptions): Promise<SimulationReport> {
  const startedAtMs = performance.now();
  const total = { seeds: 0, steps: 0, faults: noFaults };
  const failures: SeedReport[] = [];
  const threads = Math.min(workers, count);
  const ranges = Array.from({ length: threads }, (_, index) => ({
    first: first + index,
    last: first + count - 1,
    stride: threads,
    store,
  }));
  await Promise.all(
    ranges.map((range) =>
      runRange(range, (report) => {
        total.seeds += 1;
        total.steps += report.steps;
        total.faults = addFaults(total.faults, report.faults);
        if (report.violation) failures.push(report);
      }),
    ),
  );
  const [failure] = failures.toSorted((a, b) => a.seed - b.seed);
  return { store: store.name, ...total, failure, durationMs: performance.now() - startedAtMs };
}

function runRange(range: SeedRange, onReport: (report: SeedReport) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("seed-worker.ts", import.meta.url), { workerData: range });
    worker.on("message", onReport);
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}
