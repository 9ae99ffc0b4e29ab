import { createRateDeck } from "../server/rates/rate-deck.ts";
import { median } from "./median.ts";
import { createDice, makeSampleDeck, sampleNumbers } from "./rates/sample-deck.ts";

// What it takes to find the rate of a number in a deck of 50,000 prefixes, beside a bare Map.get among as many keys, which has the
// key ready and need not look for the longest. Rounds alternate, so that whatever else the machine does meets both.
const prefixCount = 50_000;
const lookups = 200_000;
const rounds = 15;

const dice = createDice(20_260_105);
const rates = makeSampleDeck(prefixCount, dice);
const prefixes = [...new Set(rates.map(({ destinationPrefix }) => destinationPrefix))];
const numbers = sampleNumbers(prefixes, lookups, dice);
const callers = sampleNumbers(["49", "1242", "1", "81"], lookups, dice);
const keys = Array.from({ length: lookups }, () => prefixes[dice(prefixes.length)] ?? "");

const bytesBefore = usedBytes();
const { findRate } = createRateDeck({ id: "bench", rates });
const deckBytes = usedBytes() - bytesBefore;
const map = new Map(prefixes.map((prefix) => [prefix, { prefix }]));

const contenders = {
  mapGet: () => countFound((index) => map.get(keys[index] ?? "") !== undefined),
  fromAnywhere: () => countFound((index) => isFound({ to: numbers[index] })),
  fromCaller: () => countFound((index) => isFound({ to: numbers[index], from: callers[index] })),
  swap: () => createRateDeck({ id: "next", rates }).id.length,
};

const nanoseconds = measure(contenders);
const mapNs = nanoseconds.mapGet / lookups;
const perLookup = { fromAnywhere: nanoseconds.fromAnywhere / lookups, fromCaller: nanoseconds.fromCaller / lookups };
const swapMs = nanoseconds.swap / 1e6;

console.log(`${prefixCount} prefixes, ${rates.length} lines, ${lookups} lookups a round, median of ${rounds} rounds`);
console.log(`Map.get               ${mapNs.toFixed(0)} ns`);
for (const [name, ns] of Object.entries(perLookup)) {
  console.log(`findRate ${name.padEnd(12)} ${ns.toFixed(0)} ns, ${(ns / mapNs).toFixed(2)} x Map.get`);
}
console.log(
  `making a deck ready   ${swapMs.toFixed(0)} ms, which is ${(nanoseconds.swap / nanoseconds.mapGet).toFixed(1)} x ${lookups} Map.get`,
);
console.log(`a deck in memory      ${(deckBytes / 2 ** 20).toFixed(1)} MB`);
console.log(
  JSON.stringify({
    bench: "rates",
    prefixes: prefixCount,
    lines: rates.length,
    mapGetNs: round(mapNs),
    findRateNs: round(perLookup.fromCaller),
    ratio: round(perLookup.fromCaller / mapNs),
    ratioFromAnywhere: round(perLookup.fromAnywhere / mapNs),
    swapMs: round(swapMs),
    deckMegabytes: round(deckBytes / 2 ** 20),
  }),
);

function isFound({ to, from }: { to: (typeof numbers)[number] | undefined; from?: typeof to }): boolean {
  return to !== undefined && findRate({ to, from }) !== undefined;
}

/** Every lookup finds something: counting them keeps the compiler from leaving them out. */
function countFound(look: (index: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < lookups; index += 1) if (look(index)) found += 1;
  if (found !== lookups) throw new Error(`Only ${found} of ${lookups} were found.`);
  return found;
}

/** The median time of each contender; the first rounds, in which the compiler is still at work, do not count. */
function measure<Name extends string>(contenders: Record<Name, () => number>): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let count = -3; count < rounds; count += 1) {
    for (const name of names) {
      const start = process.hrtime.bigint();
      contenders[name]();
      const ns = Number(process.hrtime.bigint() - start);
      if (count >= 0) taken.get(name)?.push(ns);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>;
}

/** What is in use once everything else has been collected; the tree of a deck lies outside the heap. */
function usedBytes(): number {
  if (!globalThis.gc) throw new Error("Start this by `npm run bench:rates`: it needs --expose-gc.");
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
