import { addMicros, parseDollars } from "#shared/money.ts";
import { z } from "zod";
import type { DeckRate } from "../store/rate-store.ts";
import type { Deck } from "./rate-deck.ts";

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
export const deckFileSchema = z.object({
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
export type DeckFile = z.output<typeof deckFileSchema>;

/** The lines of a deck in a file: it sells at what the carrier asks for both legs. */
export function deckOfFile(file: DeckFile): Deck {
  return { id: file.id, rates: file.rates.flatMap((rate) => ratesOf(file, rate)) };
}

function ratesOf(file: DeckFile, rate: DeckFile["rates"][number]): DeckRate[] {
  const { incrementSeconds, minimumSeconds, connect: connectMicros } = file;
  const prices = [["", rate.perMinute] as const, ...pricesByOrigin(file, rate)];
  return rate.prefixes.flatMap((destinationPrefix) =>
    prices.map(([originPrefix, price]) => {
      const perMinuteMicros = addMicros(price, file.clientLegPerMinute);
      return {
        destinationPrefix,
        originPrefix,
        description: rate.description,
        perMinuteMicros,
        costPerMinuteMicros: perMinuteMicros,
        incrementSeconds,
        minimumSeconds,
        connectMicros,
      };
    }),
  );
}

/** A group without a price of its own pays what everybody pays, and must be named if it lies within a group that pays less. */
function pricesByOrigin({ origins }: DeckFile, { perMinute, from = {} }: DeckFile["rates"][number]) {
  const priced = Object.entries(origins).flatMap(([name, prefixes]) =>
    prefixes.map((prefix) => [prefix, from[name] ?? perMinute] as const),
  );
  const special = priced.filter(([, price]) => price !== perMinute);
  const isWithin = (prefix: string) => special.some(([outer]) => prefix !== outer && prefix.startsWith(outer));
  return priced.filter(([prefix, price]) => price !== perMinute || isWithin(prefix));
}
