import type { Micros } from "#shared/money.ts";

/** A rate deck as a whole: where its prices are from and what was made of them. */
export interface DeckHeader {
  id: string;
  /** Where the prices are from, for people. */
  source: string;
  importedMs: number;
  rateCount: number;
}

/** One line of a deck: what a call from numbers of one prefix to numbers of another costs. */
export interface DeckRate {
  destinationPrefix: string;
  /** "" is the price for all callers that no other line fits better. */
  originPrefix: string;
  description: string;
  perMinuteMicros: Micros;
  incrementSeconds: number;
  minimumSeconds: number;
  connectMicros: Micros;
  /** What the carrier asks for a minute of both legs: what is left of the price is the margin. */
  costPerMinuteMicros: Micros;
}

/** Rate decks. One is in force: the newest. Decks are only ever added, so that history can be explained. */
export interface RateStore {
  /** Writes a deck whole or not at all. */
  addDeck(deck: DeckHeader, rates: readonly DeckRate[]): Promise<{ ok: true; value: void } | { ok: false; error: "deck_exists" }>;
  /** The newest deck without its rates; undefined when none was ever imported. */
  findNewestDeck(): Promise<DeckHeader | undefined>;
  /** Every rate of a deck. */
  readDeckRates(deckId: string): Promise<DeckRate[]>;
  /** Newest first. */
  listDecks(): Promise<DeckHeader[]>;
}
