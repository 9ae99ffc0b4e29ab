import { addMicros, parseDollars } from "#shared/money.ts";
import { z } from "zod";
import type { FindRate, FoundRate } from "./find-rate.ts";

const dollarsSchema = z.string().transform((text, context) => {
  const amount = parseDollars(text);
  if (amount !== undefined && amount >= 0) return amount;
  context.addIssue({ code: "custom", message: "Expected dollars in decimal, such as 0.0140." });
  return z.NEVER;
});

const prefixSchema = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "Expected the first digits of numbers in international form, without +.");

/**
 * A deck as it is kept in a file: what the carrier asks for a minute, by the first digits of the number dialled and, where it
 * matters to the carrier, by where the caller ID is from.
 */
export const rateDeckSchema = z.object({
  id: z.string().min(1),
  source: z.string(),
  asOf: z.string(),
  notes: z.array(z.string()),
  /** What the carrier asks for the caller's own leg, from the browser to the carrier. It is part of every call's price. */
  clientLegPerMinute: dollarsSchema,
  incrementSeconds: z.int().positive(),
  minimumSeconds: z.int().nonnegative(),
  connect: dollarsSchema,
  /** Groups of callers that the carrier has prices for, by the first digits of the caller ID. */
  origins: z.record(z.string(), z.array(prefixSchema)),
  rates: z.array(
    z.object({
      description: z.string(),
      prefixes: z.array(prefixSchema),
      perMinute: dollarsSchema,
      from: z.record(z.string(), dollarsSchema).optional(),
    }),
  ),
});
export type RateDeckFile = z.output<typeof rateDeckSchema>;

/** A deck ready to be asked: a Map with an entry for each prefix, since the longest prefix is looked for by trying each length. */
export interface RateDeck {
  id: string;
  findRate: FindRate;
}

interface Entry {
  anyOrigin: FoundRate;
  byOrigin: ReadonlyMap<string, FoundRate>;
}

export function createRateDeck(file: RateDeckFile): RateDeck {
  const destinations = new Map(
    file.rates.flatMap((rate) => rate.prefixes.map((prefix) => [prefix, toEntry(file, rate, prefix)] as const)),
  );
  const origins = new Map(
    Object.entries(file.origins).flatMap(([name, prefixes]) => prefixes.map((prefix) => [prefix, name] as const)),
  );
  const findDestination = longestPrefixIn(destinations);
  const findOrigin = longestPrefixIn(origins);
  return {
    id: file.id,
    findRate({ to, from }) {
      const entry = findDestination(to);
      const origin = from === undefined ? undefined : findOrigin(from);
      const fromOrigin = origin === undefined ? undefined : entry?.byOrigin.get(origin);
      return fromOrigin ?? entry?.anyOrigin;
    },
  };
}

/** Holds the deck in force. Another takes its place whole, so that no call is priced half by one and half by the other. */
export function holdRateDeck(first: RateDeck): { findRate: FindRate; swap(next: RateDeck): void } {
  let current = first;
  return {
    findRate: (query) => current.findRate(query),
    swap(next) {
      current = next;
    },
  };
}

function toEntry(file: RateDeckFile, rate: RateDeckFile["rates"][number], prefix: string): Entry {
  const priced = (perMinute: typeof rate.perMinute): FoundRate => ({
    description: rate.description,
    rate: {
      deckId: file.id,
      destinationPrefix: prefix,
      perMinuteMicros: addMicros(perMinute, file.clientLegPerMinute),
      incrementSeconds: file.incrementSeconds,
      minimumSeconds: file.minimumSeconds,
      connectMicros: file.connect,
    },
  });
  const byOrigin = Object.entries(rate.from ?? {}).map(([origin, perMinute]) => [origin, priced(perMinute)] as const);
  return { anyOrigin: priced(rate.perMinute), byOrigin: new Map(byOrigin) };
}

function longestPrefixIn<Value>(entries: ReadonlyMap<string, Value>): (number: string) => Value | undefined {
  const longest = Math.max(0, ...[...entries.keys()].map((prefix) => prefix.length));
  return (number) => {
    const digits = number.slice(1, 1 + longest);
    for (let length = digits.length; length > 0; length -= 1) {
      const value = entries.get(digits.slice(0, length));
      if (value !== undefined) return value;
    }
    return undefined;
  };
}
