import { micros, parseDollars, type Micros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { CarrierPriceLine } from "../carrier.ts";
import { readPrefix } from "./prefixes.ts";

/** A line of a price list that has been read: what the carrier asks for a minute of its own leg. */
export interface Price {
  where: string;
  description: string;
  perMinuteMicros: Micros;
  /** "" is every caller that no other line names. */
  originPrefixes: readonly string[];
  destinationPrefixes: readonly string[];
}

/** A line of a price list that cannot be used, and why. */
export interface BadLine {
  where: string;
  why: string;
}

// The dearest telephones, by satellite, cost some ten dollars a minute. More than this is a slip of the pen, or another currency.
const mostPerMinute = micros(1_000_000_000);

/** Reads a line of a price list. A line is right as a whole or not at all: half of one would price the rest by a shorter prefix. */
export function readPriceLine(line: CarrierPriceLine): Result<Price, BadLine> {
  const perMinute = readPrice(line.perMinute);
  if (!perMinute.ok) return err({ where: line.where, why: perMinute.error });
  const destinations = readPrefixes(line.destinationPrefixes);
  if (!destinations.ok) return err({ where: line.where, why: `destination ${destinations.error}` });
  if (destinations.value.length === 0) return err({ where: line.where, why: "no destination prefix is given" });
  const origins = readOrigins(line.originPrefixes);
  if (!origins.ok) return err({ where: line.where, why: `origination ${origins.error}` });
  return ok({
    where: line.where,
    description: describe(line.description),
    perMinuteMicros: perMinute.value,
    originPrefixes: origins.value,
    destinationPrefixes: destinations.value,
  });
}

function readPrice(text: string): Result<Micros, string> {
  const written = text.trim();
  if (written === "") return err("no price is given");
  const amount = parseDollars(written.replace(/^(?:US)?\$\s*/, ""));
  if (amount === undefined) return err(`"${written}" is no price: dollars in decimal, such as 0.0140`);
  if (amount < 0) return err(`the price ${written} is below zero`);
  if (amount > mostPerMinute) return err(`the price ${written} is beyond $1000 a minute`);
  return ok(amount);
}

// Twilio's words for all callers, and for the rest of the world beside the callers that are named.
const anybody = new Set(["", "ALL", "ROW"]);

function readOrigins(texts: readonly string[]): Result<string[], string> {
  const named = texts.filter((text) => !anybody.has(text.trim().toUpperCase()));
  const prefixes = readPrefixes(named);
  if (!prefixes.ok) return prefixes;
  const isForAnybody = texts.length === 0 || named.length < texts.length;
  return ok(isForAnybody ? ["", ...prefixes.value] : prefixes.value);
}

function readPrefixes(texts: readonly string[]): Result<string[], string> {
  const prefixes = new Set<string>();
  for (const text of texts) {
    const prefix = readPrefix(text);
    if (!prefix.ok) return prefix;
    prefixes.add(prefix.value);
  }
  return ok([...prefixes]);
}

/** "Programmable Outbound Minute - Austria - Mobile" is "Austria, Mobile" to people. */
function describe(description: string): string {
  const words = description.replace(/^Programmable Outbound Minute\b[\s-]*/i, "").split(/\s+-\s+/);
  return words
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .join(", ");
}
