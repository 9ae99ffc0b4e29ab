import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const changesItsNeighbours = /\bvi\.(mock|doMock|resetModules|stubGlobal)\(|\binLanguage\(|\bspeak\(|\bglobalThis\b/;

/**
 * The unit tests that replace a module, load one anew, or change a global: each would change what the files after it find, so it gets
 * a process of its own. All others share one, since loading the same modules for each file took longer than the tests themselves.
 */
export function findTestsApart(root: string): string[] {
  return globSync("{shared,server,extension,scripts}/**/*.test.{ts,tsx}", { cwd: root })
    .filter((path) => changesItsNeighbours.test(readFileSync(join(root, path), "utf8")))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
}
