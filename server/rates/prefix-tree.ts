/** Values by prefixes of digits, asked by the longest prefix of a number. */
export interface PrefixTree<Value> {
  /** Sets the value of a prefix: digits only, and at least one. */
  set(prefix: string, value: Value): void;
  /** The value of the longest prefix of the digits that follow the "+" of a number; undefined when none fits. */
  findLongest(number: string): Value | undefined;
}

const digitZero = 48;
const childrenPerNode = 10;

/**
 * A tree with a branch for each digit, kept in one array of integers: a number is looked up in one walk along its digits, without
 * making a string for each length that a prefix could have, and the whole tree is one object to the garbage collector.
 */
export function createPrefixTree<Value>(): PrefixTree<Value> {
  // Node n has its ten children from n * 10 on; 0 is no child, since nothing leads back to the root.
  let children = new Int32Array(childrenPerNode * 64);
  const values: (Value | undefined)[] = [undefined];

  function addNode(): number {
    const node = values.push(undefined) - 1;
    if ((node + 1) * childrenPerNode > children.length) {
      const grown = new Int32Array(children.length * 2);
      grown.set(children);
      children = grown;
    }
    return node;
  }

  return {
    set(prefix, value) {
      let node = 0;
      for (let index = 0; index < prefix.length; index += 1) {
        const slot = node * childrenPerNode + prefix.charCodeAt(index) - digitZero;
        const child = children[slot] || addNode();
        children[slot] = child;
        node = child;
      }
      values[node] = value;
    },
    findLongest(number) {
      let node = 0;
      let longest: Value | undefined;
      for (let index = 1; index < number.length; index += 1) {
        node = children[node * childrenPerNode + number.charCodeAt(index) - digitZero] ?? 0;
        if (node === 0) break;
        longest = values[node] ?? longest;
      }
      return longest;
    },
  };
}
