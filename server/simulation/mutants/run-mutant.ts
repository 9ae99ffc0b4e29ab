import { parseArgs } from "node:util";
import { mutants } from "./mutants.ts";
import { plantMutant } from "./plant-mutant.ts";

// A process for one planted fault: seed after seed until a promise breaks. Nothing of the server may be loaded before the fault is
// planted, so what runs the seeds is imported last. The last line says what came of it.
const { values } = parseArgs({
  options: { name: { type: "string" }, seeds: { type: "string", default: "3000" }, postgres: { type: "string", default: "" } },
});
const mutant = mutants.find(({ name }) => name === values.name);
if (!mutant) throw new Error(`There is no mutant "${values.name}".`);
const planted = plantMutant(mutant);

const { openSimulatedStore } = await import("../database/open-simulated-store.ts");
const { simulateSeed } = await import("../simulate-seed.ts");
const store = await openSimulatedStore(
  mutant.store === "postgres" ? { name: "postgres", serverUrl: values.postgres } : { name: "sqlite" },
);
let seed = 0;
let broken: string | undefined;
while (broken === undefined && seed < Number(values.seeds)) {
  seed += 1;
  const { violation } = await simulateSeed(seed, store);
  broken = violation?.broken[0];
}
await store.stop();
if (!planted.isGrown()) throw new Error(`${mutant.file} is not part of the simulation.`);
console.log(JSON.stringify({ seed, broken: broken?.split("\n")[0] ?? null }));
