import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Everything a simulation leaves to chance comes from here, so that a seed is all it takes to see a run again. */
export interface Random {
  /** A whole number from the first to the last, both included. */
  between: (first: number, last: number) => number;
  /** True in this share of cases: 0 is never, 1 is always. */
  chance: (share: number) => boolean;
  pick: <Item>(items: readonly Item[]) => Item;
  /** Hexadecimal digits. */
  hex: (length: number) => string;
  uuid: () => string;
}

const finest = 1_000_000;

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const between = (first: number, last: number) => uniformInt(generator, first, last);
  const hex = (length: number) => Array.from({ length }, () => between(0, 15).toString(16)).join("");
  return {
    between,
    chance: (share) => between(1, finest) <= share * finest,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError("There is nothing to pick from.");
      return item;
    },
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
