import type { Micros } from "#shared/money.ts";
import type { DeckRate } from "../store/rate-store.ts";
import type { FoundRate, RateQuery } from "./find-rate.ts";
import { createPrefixTree } from "./prefix-tree.ts";
import { createShared } from "./shared-values.ts";

/** A deck as its lines, such as it is stored. */
export interface Deck {
  id: string;
  rates: readonly DeckRate[];
}

/** The answer of a deck, with what only the operator is told. */
export interface DeckAnswer extends FoundRate {
  /** What the carrier asks for a minute of both legs. */
  costPerMinuteMicros: Micros;
  /** The first digits of the caller IDs that this price is for; "" when it is for those from anywhere. */
  originPrefix: string;
}

/** A deck ready to be asked. */
export interface RateDeck {
  id: string;
  findRate: (query: RateQuery) => DeckAnswer | undefined;
}

type Terms = Omit<DeckRate, "destinationPrefix">;

/** The first digits that some price is bound to, with the next shorter ones that also fit whoever these fit. */
interface Origin {
  prefix: string;
  shorter: Origin | undefined;
}

interface Destination {
  prefix: string;
  shorter: Destination | undefined;
  fromAnywhere: Terms | undefined;
  fromOrigins: ReadonlyMap<string, Terms>;
}

/**
 * Makes a deck ready to be asked. The longest prefix of the number dialled decides, and within it the longest prefix of the caller
 * ID. Where a carrier has a price for some callers only, the others pay what the next shorter prefix of the number costs.
 */
export function createRateDeck({ id, rates }: Deck): RateDeck {
  const findOrigin = createPrefixTree(linkOrigins(rates));
  const findDestination = createPrefixTree(linkDestinations(rates));
  return {
    id,
    findRate({ to, from }) {
      const origin = from === undefined ? undefined : findOrigin(from);
      for (let destination = findDestination(to); destination; destination = destination.shorter) {
        const terms = termsFor(destination, origin);
        if (terms) return answer(id, destination.prefix, terms);
      }
      return undefined;
    },
  };
}

function termsFor({ fromAnywhere, fromOrigins }: Destination, origin: Origin | undefined): Terms | undefined {
  for (let fitting = origin; fitting && fromOrigins.size > 0; fitting = fitting.shorter) {
    const terms = fromOrigins.get(fitting.prefix);
    if (terms) return terms;
  }
  return fromAnywhere;
}

function answer(deckId: string, destinationPrefix: string, terms: Terms): DeckAnswer {
  const { description, originPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros } = terms;
  const rate = { deckId, destinationPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros };
  return { rate, description, originPrefix, costPerMinuteMicros: terms.costPerMinuteMicros };
}

function linkOrigins(rates: readonly DeckRate[]): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  const prefixes = new Set(rates.map(({ originPrefix }) => originPrefix).filter((prefix) => prefix !== ""));
  for (const prefix of shortestFirst(prefixes)) origins.set(prefix, { prefix, shorter: nextShorter(origins, prefix) });
  return origins;
}

/** Thousands of prefixes have the same few prices: each price, and each table of prices by origin, is kept once. */
function linkDestinations(rates: readonly DeckRate[]): Map<string, Destination> {
  const shareTerms = createShared<Terms>();
  const shareOrigins = createShared<ReadonlyMap<string, Terms>>();
  const lines = Map.groupBy(rates, ({ destinationPrefix }) => destinationPrefix);
  const destinations = new Map<string, Destination>();
  for (const prefix of shortestFirst(lines.keys())) {
    const shared = (lines.get(prefix) ?? []).map(({ destinationPrefix: _prefix, ...terms }) => shareTerms(keyOf(terms), terms));
    const bound = shared.filter(({ value }) => value.originPrefix !== "");
    const fromOrigins = new Map(bound.map(({ value }) => [value.originPrefix, value]));
    destinations.set(prefix, {
      prefix,
      shorter: nextShorter(destinations, prefix),
      fromAnywhere: shared.find(({ value }) => value.originPrefix === "")?.value,
      fromOrigins: shareOrigins(bound.map(({ number }) => number).join("|"), fromOrigins).value,
    });
  }
  return destinations;
}

function nextShorter<Value>(values: ReadonlyMap<string, Value>, prefix: string): Value | undefined {
  for (let length = prefix.length - 1; length > 0; length -= 1) {
    const value = values.get(prefix.slice(0, length));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What is for people comes last, since it alone could contain the stroke. */
function keyOf(terms: Terms): string {
  const { originPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros, costPerMinuteMicros } = terms;
  const figures = [originPrefix, perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros, costPerMinuteMicros];
  return `${figures.join("|")}|${terms.description}`;
}

function shortestFirst(prefixes: Iterable<string>): string[] {
  return [...prefixes].toSorted((a, b) => a.length - b.length);
}
