import { addMicros, formatDollars } from "#shared/money.ts";
import type { DeckRate } from "../store/rate-store.ts";
import { sellingPrice, type DeckTerms } from "./deck-terms.ts";
import type { BadLine, Price } from "./read-price-line.ts";

/**
 * The lines of a deck made of a carrier's prices. Where two lines of the list ask different prices for the same call, the dearer
 * stands, since the cheaper could sell it below cost; such lines are told as bad ones.
 */
export function makeDeckRates(prices: readonly Price[], terms: DeckTerms): { rates: DeckRate[]; conflicts: BadLine[] } {
  const standing = new Map<string, { price: Price; destinationPrefix: string; originPrefix: string }>();
  const conflicts = new Map<string, Conflict>();
  for (const price of prices) {
    for (const destinationPrefix of price.destinationPrefixes) {
      for (const originPrefix of price.originPrefixes) {
        const key = `${destinationPrefix}<${originPrefix}`;
        const before = standing.get(key);
        if (before && before.price.perMinuteMicros !== price.perMinuteMicros) {
          note(conflicts, { price, before: before.price, destinationPrefix });
        }
        if (before && before.price.perMinuteMicros >= price.perMinuteMicros) continue;
        standing.set(key, { price, destinationPrefix, originPrefix });
      }
    }
  }
  const rates = [...standing.values()].map(({ price, ...prefixes }) => toRate(price, prefixes, terms));
  return { rates, conflicts: [...conflicts.values()].map(tellConflict) };
}

function toRate(
  price: Price,
  prefixes: Pick<DeckRate, "destinationPrefix" | "originPrefix">,
  { clientLegPerMinuteMicros, ...terms }: DeckTerms,
): DeckRate {
  const costPerMinuteMicros = addMicros(price.perMinuteMicros, clientLegPerMinuteMicros);
  return {
    ...prefixes,
    description: price.description,
    perMinuteMicros: sellingPrice(costPerMinuteMicros, { clientLegPerMinuteMicros, ...terms }),
    incrementSeconds: terms.incrementSeconds,
    minimumSeconds: terms.minimumSeconds,
    connectMicros: terms.connectMicros,
    costPerMinuteMicros,
  };
}

/** Two lines that disagree, often about hundreds of prefixes: that is told once. */
interface Conflict {
  price: Price;
  before: Price;
  destinationPrefix: string;
}

function note(conflicts: Map<string, Conflict>, conflict: Conflict): void {
  const key = `${conflict.before.where}<${conflict.price.where}`;
  if (!conflicts.has(key)) conflicts.set(key, conflict);
}

function tellConflict({ price, before, destinationPrefix }: Conflict): BadLine {
  const [asked, other] = [price, before].map(({ perMinuteMicros }) => formatDollars(perMinuteMicros, { decimals: 5 }));
  const why = `a minute to ${destinationPrefix} costs ${asked} here and ${other} on ${before.where}; the dearer would stand`;
  return { where: price.where, why };
}
