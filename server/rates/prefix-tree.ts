/** Finds the value of the longest prefix of the digits that follow the "+" of a number; undefined when none fits. */
export type FindByPrefix<Value> = (number: string) => Value | undefined;

const digitZero = 48;
const bitsForDigits = 10;
const wordsPerNode = 2;

/** How many bits are set in each number of ten bits: how many children come before another. */
const countBits = Uint8Array.from({ length: 1 << bitsForDigits }, (_, bits) => bits.toString(2).replaceAll("0", "").length);

/**
 * Makes a tree with a branch for each digit out of values by their prefixes, digits only. A number is looked up in one walk along its
 * digits, without making a string for each length that a prefix could have.
 */
export function createPrefixTree<Value>(valuesByPrefix: ReadonlyMap<string, Value>): FindByPrefix<Value> {
  const { words, values } = growTree(valuesByPrefix);
  return (number) => {
    let node = 0;
    let longest = 0;
    for (let index = 1; index < number.length; index += 1) {
      const word = words[node * wordsPerNode] ?? 0;
      const digit = number.charCodeAt(index) - digitZero;
      const bit = 1 << digit;
      if (digit < 0 || digit > 9 || (word & bit) === 0) break;
      node = (word >>> bitsForDigits) + (countBits[word & (bit - 1)] ?? 0);
      longest = words[node * wordsPerNode + 1] || longest;
    }
    return values[longest];
  };
}

interface Tree<Value> {
  /**
   * What a walk costs is waiting for memory, so a node is two words. The first has a bit for each digit that leads on, and above these
   * the place of the first child, whose siblings follow it; the second is the place of the value of the prefix that ends here, or 0.
   * Fifty thousand prefixes then fit into a processor's cache.
   */
  words: Int32Array;
  values: readonly (Value | undefined)[];
}

function growTree<Value>(valuesByPrefix: ReadonlyMap<string, Value>): Tree<Value> {
  const prefixes = [...valuesByPrefix.keys()].toSorted();
  const values: (Value | undefined)[] = [undefined];
  const words = [0, 0];

  /** Fills a node that the prefixes of a range share, all alike in their first `depth` digits, and all that is below it. */
  function fill(node: number, { first, end, depth }: { first: number; end: number; depth: number }): void {
    const ending = prefixes[first];
    const endsHere = ending?.length === depth;
    if (ending !== undefined && endsHere) words[node * wordsPerNode + 1] = values.push(valuesByPrefix.get(ending)) - 1;
    const branches = branchesOf(prefixes, { first: endsHere ? first + 1 : first, end, depth });
    const firstChild = words.length / wordsPerNode;
    words.push(...branches.flatMap(() => [0, 0]));
    const bits = branches.reduce((set, { digit }) => set | (1 << digit), 0);
    words[node * wordsPerNode] = (firstChild << bitsForDigits) | bits;
    branches.forEach((branch, index) => fill(firstChild + index, { ...branch, depth: depth + 1 }));
  }

  fill(0, { first: 0, end: prefixes.length, depth: 0 });
  return { words: Int32Array.from(words), values };
}

interface Branch {
  digit: number;
  first: number;
  end: number;
}

/** The parts of a range of sorted prefixes that have the same digit next. */
function branchesOf(prefixes: readonly string[], { first, end, depth }: { first: number; end: number; depth: number }): Branch[] {
  const branches: Branch[] = [];
  for (let index = first; index < end; index += 1) {
    const digit = (prefixes[index]?.charCodeAt(depth) ?? Number.NaN) - digitZero;
    const last = branches.at(-1);
    if (last?.digit === digit) last.end = index + 1;
    else branches.push({ digit, first: index, end: index + 1 });
  }
  return branches;
}
