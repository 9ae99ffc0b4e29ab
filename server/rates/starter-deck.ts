import { readFileSync } from "node:fs";
import { createRateDeck, rateDeckSchema, type RateDeck } from "./rate-deck.ts";

/** The deck that comes with Ringback. Where its prices are from, and as of when, is written in the file itself. */
export function loadStarterDeck(): RateDeck {
  const text = readFileSync(new URL("starter-deck.json", import.meta.url), "utf8");
  return createRateDeck(rateDeckSchema.parse(JSON.parse(text)));
}
