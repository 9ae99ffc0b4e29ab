import { ulid } from "ulid";
import type { CarrierPriceList } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import type { DeckHeader, DeckRate, RateStore } from "../store/rate-store.ts";
import { compareDecks, isSameDeck, type DeckChanges } from "./compare-decks.ts";
import type { DeckTerms } from "./deck-terms.ts";
import { makeDeckRates } from "./make-deck.ts";
import type { Deck } from "./rate-deck.ts";
import { readPriceLine, type BadLine, type Price } from "./read-price-line.ts";
import { findUsableDeck } from "./stored-decks.ts";

export interface ImportRatesDeps {
  store: Pick<RateStore, "addDeck" | "findNewestDeck" | "listDecks" | "readDeckRates">;
  /** What is in force while nothing has been imported. */
  starterDeck: Deck;
  clock: Clock;
}

export interface RateImport {
  list: CarrierPriceList;
  /** Where the prices are from and what was made of them, for people. */
  source: string;
  terms: DeckTerms;
  skipBadLines: boolean;
  dryRun: boolean;
}

/** What an import would change, and which lines stand in its way. */
export interface ImportPlan {
  deckInForceId: string;
  rateCount: number;
  changes: DeckChanges;
  badLines: BadLine[];
}

export type ImportOutcome = ImportPlan &
  ({ kind: "imported"; deckId: string } | { kind: "dry_run" | "nothing_new" | "bad_lines" | "no_rates" | "too_many_rates" });

/** Beyond any carrier's list, whose lines are multiplied by their callers' prefixes. More is a slip that would fill the memory. */
const mostRates = 2_000_000;

/**
 * Makes a deck of a carrier's price list and stores it, which puts it in force. With a bad line nothing is imported, unless they are
 * to be skipped. Calls that were asked for before keep the price they were told.
 */
export async function importRates(deps: ImportRatesDeps, wanted: RateImport): Promise<ImportOutcome> {
  const { prices, badLines } = readLines(wanted.list);
  if (countRates(prices) > mostRates) return { kind: "too_many_rates", ...(await plan(deps, [], badLines)) };
  const { rates, conflicts } = makeDeckRates(prices, wanted.terms);
  const planned = await plan(deps, rates, [...badLines, ...conflicts]);
  if (planned.badLines.length > 0 && !wanted.skipBadLines) return { kind: "bad_lines", ...planned };
  if (rates.length === 0) return { kind: "no_rates", ...planned };
  if (isSameDeck(planned.changes)) return { kind: "nothing_new", ...planned };
  if (wanted.dryRun) return { kind: "dry_run", ...planned };
  return { kind: "imported", deckId: await addDeck(deps, wanted.source, rates), ...planned };
}

function readLines({ lines, missing }: CarrierPriceList): { prices: Price[]; badLines: BadLine[] } {
  const prices: Price[] = [];
  const badLines: BadLine[] = [...missing];
  for (const line of lines) {
    const read = readPriceLine(line);
    if (read.ok) prices.push(read.value);
    else badLines.push(read.error);
  }
  return { prices, badLines };
}

function countRates(prices: readonly Price[]): number {
  return prices.reduce(
    (count, { destinationPrefixes, originPrefixes }) => count + destinationPrefixes.length * originPrefixes.length,
    0,
  );
}

async function plan({ store, starterDeck }: ImportRatesDeps, rates: DeckRate[], badLines: BadLine[]): Promise<ImportPlan> {
  const { deck: inForce = starterDeck } = await findUsableDeck(store);
  return { deckInForceId: inForce.id, rateCount: rates.length, changes: compareDecks(inForce.rates, rates), badLines };
}

async function addDeck({ store, clock }: ImportRatesDeps, source: string, rates: DeckRate[]): Promise<string> {
  const newest = await store.findNewestDeck();
  // The newest is in force, whatever was done to the clock between two imports.
  const importedMs = Math.max(clock(), (newest?.importedMs ?? 0) + 1);
  const header: DeckHeader = { id: `deck_${ulid(importedMs)}`, source, importedMs, rateCount: rates.length };
  const added = await store.addDeck(header, rates);
  if (!added.ok) throw new Error(`There is a deck ${header.id} already, although its id is random.`);
  return header.id;
}
