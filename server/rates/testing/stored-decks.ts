import { ok } from "#shared/result.ts";
import type { DeckHeader, DeckRate, RateStore } from "../../store/rate-store.ts";

/** A store of decks that a test fills as it likes, broken ones too, and that hints when it is told to. */
export function createDeckStore() {
  const decks: { header: DeckHeader; rates: readonly DeckRate[] }[] = [];
  const listeners = new Set<() => void>();
  let failure: Error | undefined;

  function newestFirst() {
    if (failure) throw failure;
    return decks.toReversed();
  }

  const store: RateStore & { onChangedElsewhere(listener: () => void): () => void } = {
    async addDeck(header, rates) {
      decks.push({ header, rates });
      return ok(undefined);
    },
    findNewestDeck: async () => newestFirst()[0]?.header,
    readDeckRates: async (id) => [...(newestFirst().find(({ header }) => header.id === id)?.rates ?? [])],
    listDecks: async () => newestFirst().map(({ header }) => header),
    onChangedElsewhere(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    store,
    listeners,
    hint: () => listeners.forEach((listener) => listener()),
    failWith: (error: Error | undefined) => {
      failure = error;
    },
    add: (id: string, rates: readonly DeckRate[], rateCount = rates.length) => {
      decks.push({ header: { id, source: "a test", importedMs: decks.length, rateCount }, rates });
    },
  };
}
