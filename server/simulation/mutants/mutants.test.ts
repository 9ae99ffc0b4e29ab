import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { mutate, repositoryFolder } from "./plant-mutant.ts";

test("there are mutants enough, each with a name of its own", () => {
  expect(mutants.length).toBeGreaterThanOrEqual(20);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test.each(mutants)("$name: there is one place for it in $file", (mutant) => {
  const source = readFileSync(join(repositoryFolder, mutant.file), "utf8");
  expect(mutate(source, mutant)).not.toBe(source);
});
