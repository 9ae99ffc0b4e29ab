import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { scoreMutants } from "./score-mutants.ts";

const patienceMs = 900_000;

// Those that need a Postgres take part in `npm run simulate -- --mutants`.
test("every fault that is planted into the server is found", { timeout: patienceMs }, async () => {
  const onSqlite = mutants.filter(({ store }) => store !== "postgres");
  const scores = await scoreMutants(onSqlite, { seeds: 3_000, processes: availableParallelism() });
  expect(scores.filter(({ broken }) => broken === undefined).map(({ mutant }) => mutant.name)).toEqual([]);
  expect(scores).toHaveLength(onSqlite.length);
});
