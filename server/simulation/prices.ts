import { micros, type Micros } from "#shared/money.ts";
import type { RateSnapshot } from "../store/store.ts";
import type { FindRate } from "../rates/find-rate.ts";
import type { Random } from "./random.ts";

/**
 * What a call costs, written a second time and in another way, so that a mistake in the server's own reckoning does not agree
 * with itself: fractions of a micro-dollar are counted exactly, in sixtieths, and rounded at the very end.
 */
export function modelPrice(rate: RateSnapshot, seconds: number): number {
  if (seconds === 0) return 0;
  let billed = BigInt(Math.max(seconds, rate.minimumSeconds));
  while (billed % BigInt(rate.incrementSeconds) !== 0n) billed += 1n;
  const sixtieths = billed * BigInt(rate.perMinuteMicros);
  const wholeMicros = sixtieths / 60n + (sixtieths % 60n === 0n ? 0n : 1n);
  return Number(wholeMicros) + rate.connectMicros;
}

/** Numbers that may be called, and one that no deck has a rate for. */
export const destinations = [
  "+14155552671",
  "+442071838750",
  "+442079460018",
  "+12125550145",
  "+4930901820",
  "+33142685300",
  "+6444990000",
] as const;
const priced = ["1", "44", "49", "33"] as const;

export interface Deck {
  findRate: FindRate;
  rates: readonly RateSnapshot[];
}

/** A deck with prices that make balances short, and all sorts of increments, minimums and fees. */
export function drawDeck(random: Random, deckId: string): Deck {
  const rates = priced.map((destinationPrefix) => drawRate(random, { deckId, destinationPrefix }));
  return {
    rates,
    findRate({ to }) {
      const rate = rates.find(({ destinationPrefix }) => to.startsWith(`+${destinationPrefix}`));
      return rate && { rate, description: `country ${rate.destinationPrefix}` };
    },
  };
}

function drawRate(random: Random, names: { deckId: string; destinationPrefix: string }): RateSnapshot {
  return {
    ...names,
    perMinuteMicros: drawPerMinute(random),
    incrementSeconds: random.pick([1, 1, 6, 30, 60]),
    minimumSeconds: random.pick([0, 0, 6, 30, 60]),
    connectMicros: micros(random.pick([0, 0, 10_000, 123_457])),
  };
}

function drawPerMinute(random: Random): Micros {
  if (random.chance(0.03)) return micros(0);
  return micros(
    random.chance(0.1) ? random.between(1, 100_000) : random.pick([600_000, 333_333, random.between(100_000, 900_000)]),
  );
}
