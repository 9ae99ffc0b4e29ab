import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { storeNames, type StoreChoice, type StoreName } from "../server/simulation/database/open-simulated-store.ts";
import { equivalents, mutants } from "../server/simulation/mutants/mutants.ts";
import { scoreMutants, type MutantScore } from "../server/simulation/mutants/score-mutants.ts";
import { simulateSeeds } from "../server/simulation/simulate-seeds.ts";
import { tellSimulation, whatIsWrong } from "../server/simulation/tell-simulation.ts";
import { startPostgres } from "../server/store/postgres/testing/start-postgres.ts";

// The whole server through seeded troubles. Whatever goes wrong prints its seed, and the seed alone shows it again.
const { values } = parseArgs({
  options: {
    seeds: { type: "string" },
    /** The first seed. */
    first: { type: "string", default: "1" },
    /** One seed alone. */
    seed: { type: "string" },
    store: { type: "string", default: "sqlite" },
    workers: { type: "string", default: String(availableParallelism()) },
    /** Runs the planted faults instead, each until it is found. */
    mutants: { type: "boolean", default: false },
  },
});
const workers = readCount(values.workers);
const isGood = values.mutants ? await tryMutants() : await simulate();
process.exitCode = isGood ? 0 : 1;

async function simulate(): Promise<boolean> {
  const name = readStore(values.store);
  const postgres = name === "postgres" ? await startPostgres() : undefined;
  try {
    const store: StoreChoice = postgres ? { name: "postgres", serverUrl: postgres.url } : { name: "sqlite" };
    const range =
      values.seed === undefined
        ? { first: readCount(values.first), count: readCount(values.seeds ?? "1000") }
        : { first: readCount(values.seed), count: 1 };
    const report = await simulateSeeds({ store, ...range, workers });
    const wrong = whatIsWrong(report);
    console.log(tellSimulation(report));
    console.log(wrong === undefined ? "Every promise was kept." : `\n${wrong}`);
    return wrong === undefined;
  } finally {
    await postgres?.stop();
  }
}

async function tryMutants(): Promise<boolean> {
  const seeds = readCount(values.seeds ?? "3000");
  const postgres = mutants.some(({ store }) => store === "postgres") ? await startPostgres() : undefined;
  try {
    const serverUrl = postgres && { serverUrl: postgres.url };
    const scores = await scoreMutants(mutants, { seeds, processes: workers, onScore: tellScore, ...serverUrl });
    const caught = scores.filter(({ broken }) => broken !== undefined);
    for (const { change, why } of equivalents) console.log(`changes nothing: ${change}. ${why}`);
    console.log(`${caught.length} of ${scores.length} planted faults were found within ${seeds} seeds.`);
    return caught.length === scores.length;
  } finally {
    await postgres?.stop();
  }
}

function tellScore({ mutant, seeds, broken }: MutantScore): void {
  const outcome = broken === undefined ? `LIVED    ${seeds} seeds` : `seed ${String(seeds).padStart(4)}`;
  console.log(`${outcome}  ${mutant.name}\n           ${broken ?? mutant.hurts}`);
}

function readStore(text: string): StoreName {
  const store = storeNames.find((name) => name === text);
  if (!store) throw new Error(`--store is ${storeNames.join(" or ")}, not ${text}.`);
  return store;
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`Expected a whole number above zero, not "${text}".`);
  return count;
}
