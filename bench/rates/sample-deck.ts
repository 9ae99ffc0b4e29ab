import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import { micros, zeroMicros, type Micros } from "#shared/money.ts";
import type { E164 } from "#shared/phone-number.ts";
import type { DeckRate } from "../../server/store/rate-store.ts";

/** Whom carriers have prices of their own for: callers from the European Economic Area and from North America. */
const origins =
  "1 1242 30 31 32 33 34 351 352 353 354 356 357 358 359 36 370 371 372 385 386 39 40 420 421 423 43 44 45 46 47 48 49".split(
    " ",
  );

/** A seeded source of whole numbers below a bound (xorshift), so that each run measures the same deck. */
export function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const priceCount = 600;

/**
 * A deck with as many prefixes as wanted, in the shape of a carrier's list: prefixes of up to ten digits within the calling codes,
 * and far fewer prices, of which every eighth depends on the caller.
 */
export function makeSampleDeck(prefixCount: number, dice: (below: number) => number): DeckRate[] {
  const prices = Array.from({ length: priceCount }, (_, index) => makePrice(`Price ${index}`, dice));
  return [...makePrefixes(prefixCount, dice)].flatMap((prefix) => linesOf(prefix, prices[dice(priceCount)]));
}

/** What a minute costs, by the first digits of the caller. */
interface Price {
  description: string;
  perMinute: ReadonlyMap<string, Micros>;
}

function makePrice(description: string, dice: (below: number) => number): Price {
  const callers = dice(8) === 0 ? ["", ...origins] : [""];
  return { description, perMinute: new Map(callers.map((prefix) => [prefix, micros(10_000 + dice(40) * 5_000)])) };
}

function linesOf(destinationPrefix: string, price: Price | undefined): DeckRate[] {
  return [...(price?.perMinute ?? [])].map(([originPrefix, perMinuteMicros]) => ({
    destinationPrefix,
    originPrefix,
    description: price?.description ?? "",
    perMinuteMicros,
    costPerMinuteMicros: perMinuteMicros,
    incrementSeconds: 1,
    minimumSeconds: 0,
    connectMicros: zeroMicros,
  }));
}

function makePrefixes(count: number, dice: (below: number) => number): Set<string> {
  const codes = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))];
  const prefixes = new Set<string>(codes);
  while (prefixes.size < count) {
    const code = codes[dice(codes.length)] ?? "1";
    prefixes.add(code + digits(1 + dice(10 - code.length), dice));
  }
  return prefixes;
}

/** Numbers of the length of real ones, each within a prefix of the deck. */
export function sampleNumbers(prefixes: readonly string[], count: number, dice: (below: number) => number): E164[] {
  return Array.from({ length: count }, () => {
    const prefix = prefixes[dice(prefixes.length)] ?? "1";
    return `+${prefix}${digits(12 - prefix.length, dice)}` as E164;
  });
}

function digits(count: number, dice: (below: number) => number): string {
  return Array.from({ length: count }, () => dice(10)).join("");
}
