import type { DeckRate } from "../store/rate-store.ts";

/** What a new deck would change, in counts of lines: one for each pair of prefixes, of the caller and of the number called. */
export interface DeckChanges {
  added: number;
  removed: number;
  dearer: number;
  cheaper: number;
  /** The same price a minute, but another increment, minimum, connect fee, cost or name. */
  otherwise: number;
  unchanged: number;
  /** The line whose price a minute rises the most. */
  steepest: { before: DeckRate; after: DeckRate } | undefined;
  /** The line of the new deck that costs the most. */
  dearest: DeckRate | undefined;
}

/** Compares a new deck with the one in force, line by line. */
export function compareDecks(before: readonly DeckRate[], after: readonly DeckRate[]): DeckChanges {
  const changes: DeckChanges = {
    added: 0,
    removed: 0,
    dearer: 0,
    cheaper: 0,
    otherwise: 0,
    unchanged: 0,
    steepest: undefined,
    dearest: undefined,
  };
  const leftOver = new Map(before.map((rate) => [keyOf(rate), rate]));
  for (const rate of after) {
    const same = leftOver.get(keyOf(rate));
    leftOver.delete(keyOf(rate));
    changes[same ? changeOf(same, rate) : "added"] += 1;
    if (same && riseOf({ before: same, after: rate }) > riseOf(changes.steepest))
      changes.steepest = { before: same, after: rate };
    if (rate.perMinuteMicros > (changes.dearest?.perMinuteMicros ?? -1)) changes.dearest = rate;
  }
  changes.removed = leftOver.size;
  return changes;
}

/** Whether the decks say the same of every call. */
export function isSameDeck({ added, removed, dearer, cheaper, otherwise }: DeckChanges): boolean {
  return added + removed + dearer + cheaper + otherwise === 0;
}

function changeOf(before: DeckRate, after: DeckRate): "dearer" | "cheaper" | "otherwise" | "unchanged" {
  if (after.perMinuteMicros > before.perMinuteMicros) return "dearer";
  if (after.perMinuteMicros < before.perMinuteMicros) return "cheaper";
  const terms = ["incrementSeconds", "minimumSeconds", "connectMicros", "costPerMinuteMicros", "description"] as const;
  return terms.every((term) => before[term] === after[term]) ? "unchanged" : "otherwise";
}

function riseOf(change: DeckChanges["steepest"]): number {
  return change ? change.after.perMinuteMicros - change.before.perMinuteMicros : 0;
}

function keyOf({ destinationPrefix, originPrefix }: DeckRate): string {
  return `${destinationPrefix}<${originPrefix}`;
}
