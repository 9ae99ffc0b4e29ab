import { addMicros, micros, type Micros } from "#shared/money.ts";

/** What an operator makes of the carrier's prices. */
export interface DeckTerms {
  /** What the carrier asks for the caller's own leg, from the browser to the carrier, on top of each of its prices. */
  clientLegPerMinuteMicros: Micros;
  /** What is put on the cost of both legs, in hundredths of a percent of it. */
  markupBasisPoints: number;
  /** What is put on each minute besides. */
  markupPerMinuteMicros: Micros;
  incrementSeconds: number;
  minimumSeconds: number;
  connectMicros: Micros;
}

const basisPointsInOne = 10_000;

/** What a minute of both legs is sold for. Rounded up to a whole micro-dollar, so that a markup never comes to less than was said. */
export function sellingPrice(costPerMinuteMicros: Micros, { markupBasisPoints, markupPerMinuteMicros }: DeckTerms): Micros {
  const marked = micros(Math.ceil((costPerMinuteMicros * (basisPointsInOne + markupBasisPoints)) / basisPointsInOne));
  return addMicros(marked, markupPerMinuteMicros);
}
