import { err, ok, type Result } from "#shared/result.ts";
import type { DeckHeader, RateStore } from "../store/rate-store.ts";
import { findDeckFault } from "./deck-fault.ts";
import type { Deck } from "./rate-deck.ts";

/** Reads a stored deck whole. The failure says why it must not be put in force. */
export async function readStoredDeck(store: Pick<RateStore, "readDeckRates">, header: DeckHeader): Promise<Result<Deck, string>> {
  const rates = await store.readDeckRates(header.id);
  const fault = findDeckFault(header, rates);
  return fault === undefined ? ok({ id: header.id, rates }) : err(fault);
}

/** A stored deck that was passed over, and why. */
export interface BrokenDeck {
  id: string;
  fault: string;
}

/** The newest stored deck that can be used; undefined when there is none. Names those it passed over. */
export async function findUsableDeck(
  store: Pick<RateStore, "listDecks" | "readDeckRates">,
): Promise<{ deck: Deck | undefined; broken: BrokenDeck[] }> {
  const broken: BrokenDeck[] = [];
  for (const header of await store.listDecks()) {
    const deck = await readStoredDeck(store, header);
    if (deck.ok) return { deck: deck.value, broken };
    broken.push({ id: header.id, fault: deck.error });
  }
  return { deck: undefined, broken };
}
