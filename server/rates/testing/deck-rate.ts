import { micros } from "#shared/money.ts";
import type { DeckRate } from "../../store/rate-store.ts";

/** A line of a deck that costs a cent a minute and sells for two. */
export function deckRate(destinationPrefix: string, overrides: Partial<DeckRate> = {}): DeckRate {
  return {
    destinationPrefix,
    originPrefix: "",
    description: `Numbers with ${destinationPrefix}`,
    perMinuteMicros: micros(20_000),
    incrementSeconds: 1,
    minimumSeconds: 0,
    connectMicros: micros(0),
    costPerMinuteMicros: micros(10_000),
    ...overrides,
  };
}
