import { err, ok } from "#shared/result.ts";
import { desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { RateStore } from "../rate-store.ts";
import { placeholdersFor } from "./placeholders.ts";
import type { PostgresDatabase } from "./pool.ts";
import { prepareSql } from "./prepare-sql.ts";
import { preparedOn } from "./prepared-on.ts";
import { decks, rates } from "./schema/rates.ts";
import type { Transact } from "./transactions.ts";
import { rowsOf } from "./unnest.ts";

const { deckId: _deckId, ...rateColumns } = getTableColumns(rates);

/** Rate decks, as they were imported. Other processes hear of a new one by `tellElsewhere`. */
export function createDeckStore(
  database: PostgresDatabase,
  { transact, tellElsewhere }: { transact: Transact; tellElsewhere: () => void },
): RateStore {
  const { newest, all, ratesOf } = decksOn(database);
  return {
    async addDeck(deck, lines) {
      const added = await transact(async (database): ReturnType<RateStore["addDeck"]> => {
        const { addDeck, addRates } = decksOn(database);
        if ((await addDeck.execute({ ...deck })).rowCount === 0) return err("deck_exists");
        await addRates.execute(rateLines.values(lines.map((line) => ({ deckId: deck.id, ...line }))));
        return ok(undefined);
      });
      if (added.ok) tellElsewhere();
      return added;
    },
    findNewestDeck: async () => (await newest.execute())[0],
    readDeckRates: (id) => ratesOf.execute({ id }),
    listDecks: () => all.execute(),
  };
}

// All of them in one statement: a statement for each would take a minute.
const rateLines = rowsOf(rates, [
  "deckId",
  "destinationPrefix",
  "originPrefix",
  "description",
  "perMinuteMicros",
  "incrementSeconds",
  "minimumSeconds",
  "connectMicros",
  "costPerMinuteMicros",
]);

const decksOn = preparedOn((database) => {
  const newestFirst = [desc(decks.importedMs), desc(decks.id)];
  return {
    addDeck: database
      .insert(decks)
      .values(placeholdersFor(decks, ["id", "source", "importedMs", "rateCount"]))
      .onConflictDoNothing()
      .prepare("add_deck"),
    addRates: prepareSql(database, { name: "add_rates", statement: rateLines.insert }),
    newest: database
      .select()
      .from(decks)
      .orderBy(...newestFirst)
      .limit(1)
      .prepare("newest_deck"),
    all: database
      .select()
      .from(decks)
      .orderBy(...newestFirst)
      .prepare("decks"),
    ratesOf: database
      .select(rateColumns)
      .from(rates)
      .where(eq(rates.deckId, sql.placeholder("id")))
      .prepare("rates_of_deck"),
  };
});
