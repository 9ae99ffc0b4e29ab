/** Gives the value that the same key gave before, or keeps this one for the next time. Each value has a number of its own. */
export function createShared<Value>(): (key: string, value: Value) => { value: Value; number: number } {
  const kept = new Map<string, { value: Value; number: number }>();
  return (key, value) => {
    const before = kept.get(key);
    if (before) return before;
    const first = { value, number: kept.size };
    kept.set(key, first);
    return first;
  };
}
