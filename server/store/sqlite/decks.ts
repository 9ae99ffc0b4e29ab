import { err, ok } from "#shared/result.ts";
import { desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { RateStore } from "../rate-store.ts";
import type { Committer } from "./commit.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { decks, rates } from "./schema/rates.ts";

const { deckId: _deckId, ...rateColumns } = getTableColumns(rates);

/** Rate decks, as they were imported. */
export function createDeckStore(database: SqliteDatabase, { commit }: Committer): RateStore {
  const find = database
    .select({ id: decks.id })
    .from(decks)
    .where(eq(decks.id, sql.placeholder("id")))
    .prepare();
  const addDeck = database
    .insert(decks)
    .values(placeholdersFor(decks, ["id", "source", "importedMs", "rateCount"]))
    .prepare();
  const addRate = prepareAddRate(database);

  const newestFirst = [desc(decks.importedMs), desc(decks.id)];
  const newest = database
    .select()
    .from(decks)
    .orderBy(...newestFirst)
    .limit(1)
    .prepare();
  const all = database
    .select()
    .from(decks)
    .orderBy(...newestFirst)
    .prepare();
  const ratesOf = database
    .select(rateColumns)
    .from(rates)
    .where(eq(rates.deckId, sql.placeholder("id")))
    .prepare();

  return {
    async addDeck(deck, lines) {
      return commit(() => {
        if (find.get({ id: deck.id })) return err("deck_exists");
        addDeck.run({ ...deck });
        for (const line of lines) addRate.run({ deckId: deck.id, ...line });
        return ok(undefined);
      });
    },
    findNewestDeck: async () => newest.get(),
    readDeckRates: async (id) => ratesOf.all({ id }),
    listDecks: async () => all.all(),
  };
}

function prepareAddRate(database: SqliteDatabase) {
  return database
    .insert(rates)
    .values(
      placeholdersFor(rates, [
        "deckId",
        "destinationPrefix",
        "originPrefix",
        "description",
        "perMinuteMicros",
        "incrementSeconds",
        "minimumSeconds",
        "connectMicros",
        "costPerMinuteMicros",
      ]),
    )
    .prepare();
}
