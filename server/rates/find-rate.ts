import type { E164 } from "#shared/phone-number.ts";
import type { RateSnapshot } from "../store/store.ts";

/** The deck's answer for a number: the price and what the deck calls the destination. */
export interface FoundRate {
  rate: RateSnapshot;
  description: string;
}

/** Who calls whom. Without `from` the price is the one for callers from anywhere. */
export interface RateQuery {
  to: E164;
  from?: E164 | undefined;
}

/** Finds the rate by the longest prefix of the number dialled; undefined when the deck knows none, and then nobody may call. */
export type FindRate = (query: RateQuery) => FoundRate | undefined;
