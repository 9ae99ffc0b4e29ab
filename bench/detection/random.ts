/** Numbers from 0 to below 1 that are the same in every run, so that two runs read the same pages. */
export type Random = () => number;

/** Mulberry32, by Tommy Ettinger: small, quick and even enough to fill pages. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new RangeError("Nothing to choose from");
  return chosen;
}

/** This many random digits, the first of them no zero. */
export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, (_, index) => Math.floor(random() * (index === 0 ? 9 : 10)) + (index === 0 ? 1 : 0)).join(
    "",
  );
}
