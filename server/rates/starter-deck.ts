import { readFileSync } from "node:fs";
import { deckFileSchema, deckOfFile, type DeckFile } from "./deck-file.ts";
import type { Deck } from "./rate-deck.ts";

/** The deck that comes with Ringback. Where its prices are from, and as of when, is written in the file itself. */
export function readStarterDeck(): DeckFile {
  const text = readFileSync(new URL("starter-deck.json", import.meta.url), "utf8");
  return deckFileSchema.parse(JSON.parse(text));
}

/** The lines of the deck that comes with Ringback, in force until the operator imports another. */
export function loadStarterDeck(): Deck {
  return deckOfFile(readStarterDeck());
}
