import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { storeNames, type StoreName } from "../server/simulation/database/open-simulated-store.ts";
import { simulateSeeds } from "../server/simulation/simulate-seeds.ts";
import { tellSimulation, whatIsWrong } from "../server/simulation/tell-simulation.ts";

// The whole server through seeded troubles. Whatever goes wrong prints its seed, and the seed alone shows it again.
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    /** The first seed. */
    first: { type: "string", default: "1" },
    /** One seed alone. */
    seed: { type: "string" },
    store: { type: "string", default: "sqlite" },
    workers: { type: "string", default: String(availableParallelism()) },
  },
});

const report = await simulateSeeds({
  store: readStore(values.store),
  first: readCount(values.seed ?? values.first),
  count: values.seed === undefined ? readCount(values.seeds) : 1,
  workers: readCount(values.workers),
});
console.log(tellSimulation(report));
const wrong = whatIsWrong(report);
console.log(wrong === undefined ? "Every promise was kept." : `\n${wrong}`);
process.exitCode = wrong === undefined ? 0 : 1;

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
