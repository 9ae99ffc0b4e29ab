import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPrefixTree } from "./prefix-tree.ts";

function treeOf(prefixes: readonly string[]) {
  return { findLongest: createPrefixTree(new Map(prefixes.map((prefix) => [prefix, prefix]))) };
}

// Few different digits, so that prefixes and numbers share beginnings as real ones do.
const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom("1", "2", "3"), minLength: 1, maxLength });

describe("a tree of prefixes", () => {
  test("finds what a scan over all prefixes finds", () => {
    fc.assert(
      fc.property(fc.array(digits(6), { maxLength: 60 }), digits(12), (prefixes, number) => {
        const scanned = prefixes
          .filter((prefix) => number.startsWith(prefix))
          .reduce<string | undefined>(
            (longest, prefix) => (prefix.length > (longest?.length ?? 0) ? prefix : longest),
            undefined,
          );
        expect(treeOf(prefixes).findLongest(`+${number}`)).toBe(scanned);
      }),
      { numRuns: 2_000 },
    );
  });

  test("knows a prefix that is the whole number, and none that is longer", () => {
    const tree = treeOf(["43", "43664123"]);
    expect(tree.findLongest("+43664123")).toBe("43664123");
    expect(tree.findLongest("+4366412")).toBe("43");
    expect(tree.findLongest("+4")).toBeUndefined();
    expect(tree.findLongest("+")).toBeUndefined();
  });

  test("stops at what is no digit", () => {
    const tree = treeOf(["4", "43"]);
    const oddities = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((char) => /\D/.test(char));
    for (const odd of [...oddities, "\u{1F600}"]) {
      expect(tree.findLongest(`+4${odd}3`)).toBe("4");
      expect(tree.findLongest(`+${odd}43`)).toBeUndefined();
    }
  });

  test("holds as many prefixes as a carrier's list has", () => {
    const prefixes = Array.from({ length: 50_000 }, (_, index) => String(1_000_000 + index * 7));
    const tree = treeOf(prefixes);
    expect(prefixes.filter((prefix) => tree.findLongest(`+${prefix}999`) !== prefix)).toEqual([]);
  });
});
