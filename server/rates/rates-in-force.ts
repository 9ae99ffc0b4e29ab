import type { Logger } from "../logger.ts";
import type { RateStore } from "../store/rate-store.ts";
import type { Store } from "../store/store.ts";
import type { FindRate } from "./find-rate.ts";
import { createFollower } from "./follower.ts";
import { createRateDeck, type Deck } from "./rate-deck.ts";
import { findUsableDeck, readStoredDeck } from "./stored-decks.ts";

export interface RatesInForceDeps {
  store: Pick<RateStore, "findNewestDeck" | "listDecks" | "readDeckRates"> & Pick<Store, "onChangedElsewhere">;
  /** What is in force until the operator imports a deck. */
  starterDeck: Deck;
  logger: Pick<Logger, "info" | "error">;
  /** How long after a failure of the database to look again. */
  retryMs?: number;
}

export interface RatesInForce {
  findRate: FindRate;
  close(): void;
}

const usualRetryMs = 5_000;

/**
 * Holds the deck in force in memory, and puts the newest in its place when another process has imported one. It is swapped whole, so
 * that no call is priced half by one and half by the other. A broken deck is never put in force: the one before it stays.
 */
export async function openRatesInForce(deps: RatesInForceDeps): Promise<RatesInForce> {
  const { store, starterDeck, logger, retryMs = usualRetryMs } = deps;
  const { deck, broken } = await findUsableDeck(store);
  for (const { id, fault } of broken) logger.error({ deckId: id, fault }, "rate deck is broken and not put in force");
  let current = createRateDeck(deck ?? starterDeck);
  // Each deck is judged once, not at every hint.
  let judgedId = broken[0]?.id ?? current.id;

  async function followNewest(): Promise<void> {
    const newest = await store.findNewestDeck();
    if (!newest || newest.id === judgedId) return;
    const read = await readStoredDeck(store, newest);
    judgedId = newest.id;
    if (!read.ok) return logger.error({ deckId: newest.id, fault: read.error }, "rate deck is broken and not put in force");
    current = createRateDeck(read.value);
    logger.info({ deckId: newest.id, rateCount: newest.rateCount }, "rate deck put in force");
  }

  const follower = createFollower(followNewest, {
    retryMs,
    onFailure: (error) => logger.error({ err: error }, "the newest rate deck cannot be read; it is asked for again"),
  });
  const stopListening = store.onChangedElsewhere(follower.follow);
  // What was imported between the first look and the first hint would else wait for the next one.
  follower.follow();
  return {
    findRate: (query) => current.findRate(query),
    close() {
      stopListening();
      follower.close();
    },
  };
}
