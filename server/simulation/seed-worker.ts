import { parentPort, workerData } from "node:worker_threads";
import { openSimulatedStore, type StoreChoice } from "./database/open-simulated-store.ts";
import { simulateSeed } from "./simulate-seed.ts";

/** Which seeds a worker runs: every one from the first on, in strides, up to the last. */
export interface SeedRange {
  first: number;
  last: number;
  stride: number;
  store: StoreChoice;
}

// A thread of its own for a share of the seeds. It tells of each one, and stops at the first that breaks a promise.
if (parentPort) {
  const { first, last, stride, store: choice } = workerData as SeedRange;
  const store = await openSimulatedStore(choice);
  for (let seed = first; seed <= last; seed += stride) {
    const report = await simulateSeed(seed, store);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread's port is no window.
    parentPort.postMessage(report);
    if (report.violation) break;
  }
  await store.stop();
}
