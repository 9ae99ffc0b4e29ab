import { micros } from "#shared/money.ts";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { DeckHeader, DeckRate, RateStore } from "../rate-store.ts";
import { setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeDecks(open: OpenStore): void {
  describe("rate decks", () => {
    test("are read as they were written, every rate of them", async () => {
      const { store } = await setUp(open);
      const rates = [rate("1"), rate("1", "1415"), rate("44", "", { description: "United Kingdom", connectMicros: micros(7) })];
      const deck = await newDeck(store, rates);
      expect(await store.addDeck(deck, rates)).toEqual({ ok: true, value: undefined });
      expect(byPrefix(await store.readDeckRates(deck.id))).toEqual(byPrefix(rates));
      expect(await store.readDeckRates(`deck_${ulid()}`)).toEqual([]);
    });

    test("the newest is in force, and the older ones stay", async () => {
      const { store } = await setUp(open);
      const older = await newDeck(store, [rate("1")]);
      await store.addDeck(older, [rate("1")]);
      expect(await store.findNewestDeck()).toEqual(older);
      const newer = await newDeck(store, [rate("2")]);
      await store.addDeck(newer, [rate("2")]);
      expect(await store.findNewestDeck()).toEqual(newer);
      expect((await store.listDecks()).slice(0, 2)).toEqual([newer, older]);
      expect(await store.readDeckRates(older.id)).toEqual([rate("1")]);
    });

    test("one that is there already is left as it is", async () => {
      const { store } = await setUp(open);
      const deck = await newDeck(store, [rate("1")]);
      await store.addDeck(deck, [rate("1")]);
      expect(await store.addDeck({ ...deck, source: "other" }, [rate("2")])).toEqual({ ok: false, error: "deck_exists" });
      expect(await store.findNewestDeck()).toEqual(deck);
      expect(await store.readDeckRates(deck.id)).toEqual([rate("1")]);
    });

    test("one with a fault in it is not there at all", async () => {
      const { store } = await setUp(open);
      const before = await store.listDecks();
      const rates = [rate("1"), rate("2"), rate("1")];
      const deck = await newDeck(store, rates);
      await expect(store.addDeck(deck, rates)).rejects.toThrow();
      expect(await store.listDecks()).toEqual(before);
      expect(await store.readDeckRates(deck.id)).toEqual([]);
    });

    test("one may be large", async () => {
      const { store } = await setUp(open);
      const rates = Array.from({ length: 5_000 }, (_, index) => rate(String(10_000 + index)));
      const deck = await newDeck(store, rates);
      await store.addDeck(deck, rates);
      expect(await store.readDeckRates(deck.id)).toHaveLength(5_000);
    });
  });
}

/** A deck newer than every other in the database. */
async function newDeck(store: RateStore, rates: DeckRate[]): Promise<DeckHeader> {
  const importedMs = ((await store.findNewestDeck())?.importedMs ?? startMs) + 1;
  return { id: `deck_${ulid()}`, source: "test", importedMs, rateCount: rates.length };
}

function rate(destinationPrefix: string, originPrefix = "", overrides: Partial<DeckRate> = {}): DeckRate {
  return {
    destinationPrefix,
    originPrefix,
    description: "Somewhere",
    perMinuteMicros: micros(14_000),
    incrementSeconds: 60,
    minimumSeconds: 30,
    connectMicros: micros(0),
    costPerMinuteMicros: micros(13_000),
    ...overrides,
  };
}

function byPrefix(rates: DeckRate[]): DeckRate[] {
  return rates.toSorted((a, b) => (prefixesOf(a) < prefixesOf(b) ? -1 : 1));
}

function prefixesOf({ destinationPrefix, originPrefix }: DeckRate): string {
  return `${destinationPrefix}|${originPrefix}`;
}
