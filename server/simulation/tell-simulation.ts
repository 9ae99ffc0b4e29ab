import { faults, missingFaults } from "./faults.ts";
import type { SeedReport } from "./simulate-seed.ts";
import type { SimulationReport } from "./simulate-seeds.ts";

/** Runs with fewer seeds may miss a fault by chance. */
const enoughSeeds = 1_000;

/** Why a simulation is not to be trusted, or what it has found; undefined when all is well. */
export function whatIsWrong(report: SimulationReport): string | undefined {
  if (report.failure) return tellFailure(report.failure, report.store);
  const missing = missingFaults(report.faults);
  if (report.seeds < enoughSeeds || missing.length === 0) return undefined;
  return `The simulator is broken: in ${report.seeds} seeds these never happened: ${missing.join(", ")}.`;
}

/** What happened in a simulation, in lines for people. */
export function tellSimulation({ store, seeds, steps, faults: counts, durationMs }: SimulationReport): string {
  const seconds = durationMs / 1000;
  const width = Math.max(...faults.map((fault) => fault.length));
  return [
    `${seeds} seeds on ${store}, ${steps} steps, ${seconds.toFixed(1)} s: ${(seeds / seconds).toFixed(0)} seeds/s`,
    ...faults.map((fault) => `  ${fault.padEnd(width)}  ${counts[fault]}`),
  ].join("\n");
}

function tellFailure({ seed, violation }: SeedReport, store: string): string {
  if (!violation) return "";
  const { step, broken, trace } = violation;
  return [
    ...trace,
    "",
    `Seed ${seed} broke a promise at step ${step}:`,
    ...broken.map((sentence) => `  ${sentence}`),
    `See it again: npm run simulate -- --store ${store} --seed ${seed}`,
  ].join("\n");
}
