import type { DeckRate } from "../store/rate-store.ts";
import { isPrefix } from "./prefixes.ts";

/**
 * Why a deck that was read back must not be asked, as a sentence; undefined when it may. A deck cut short or tampered with would
 * not fail: it would quietly sell calls at the price of a shorter prefix.
 */
export function findDeckFault({ rateCount }: { rateCount: number }, rates: readonly DeckRate[]): string | undefined {
  if (rates.length === 0) return "It has no rates.";
  if (rates.length !== rateCount) return `It has ${rates.length} of its ${rateCount} rates.`;
  const broken = rates.find((rate) => !isSound(rate));
  return broken && `Its rate from ${broken.originPrefix || "anywhere"} to ${broken.destinationPrefix} makes no sense.`;
}

function isSound(rate: DeckRate): boolean {
  const { destinationPrefix, originPrefix, perMinuteMicros, costPerMinuteMicros, connectMicros } = rate;
  const { incrementSeconds, minimumSeconds } = rate;
  const arePrefixes = isPrefix(destinationPrefix) && (originPrefix === "" || isPrefix(originPrefix));
  const areAmounts = [perMinuteMicros, costPerMinuteMicros, connectMicros, minimumSeconds].every(isCount);
  return arePrefixes && areAmounts && isCount(incrementSeconds) && incrementSeconds > 0;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
