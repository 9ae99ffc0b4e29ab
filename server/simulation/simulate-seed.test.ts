import { describe, expect, test } from "vitest";
import { sqliteInMemory } from "./database/sqlite-database.ts";
import { simulateSeed } from "./simulate-seed.ts";

const openDatabase = sqliteInMemory();
const simulate = (seed: number) => simulateSeed(seed, { openDatabase, servers: 1 });

describe("a seed", () => {
  test("run again is the same run, step by step and fault by fault", async () => {
    for (let seed = 1; seed <= 10; seed += 1) expect(await simulate(seed)).toEqual(await simulate(seed));
  });

  test("is another run than the next one", async () => {
    expect((await simulate(1)).faults).not.toEqual((await simulate(2)).faults);
  });
});
