import { ok } from "#shared/result.ts";
import { findUsableDeck } from "../rates/stored-decks.ts";
import { readStarterDeck } from "../rates/starter-deck.ts";
import { alignColumns } from "./align-columns.ts";
import { defineCommand } from "./command.ts";

export const ratesList = defineCommand({
  name: "rates list",
  usage: "",
  summary: "The rate decks there are, newest first, and which of them is in force.",
  options: {},
  async run({ store }) {
    const decks = await store.listDecks();
    const starter = readStarterDeck();
    const { deck = starter, broken } = await findUsableDeck(store);
    const faults = new Map(broken.map(({ id, fault }) => [id, `broken: ${fault}`]));
    const stateOf = (id: string) => faults.get(id) ?? (id === deck.id ? "in force" : "");
    const rows = decks.map(({ id, importedMs, rateCount, source }) => [
      id,
      new Date(importedMs).toISOString(),
      `${rateCount.toLocaleString("en")} rates`,
      source,
      stateOf(id),
    ]);
    return ok(alignColumns([...rows, [starter.id, "with Ringback", "", "", stateOf(starter.id)]], { right: [2] }));
  },
});
