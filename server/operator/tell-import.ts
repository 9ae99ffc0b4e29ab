import { formatDollars, type Micros } from "#shared/money.ts";
import type { DeckChanges } from "../rates/compare-decks.ts";
import type { ImportOutcome, ImportPlan } from "../rates/import-rates.ts";
import type { BadLine } from "../rates/read-price-line.ts";
import type { DeckRate } from "../store/rate-store.ts";
import { alignColumns } from "./align-columns.ts";

const mostBadLinesTold = 40;

/** What an import has done, or would do, in words for the operator. */
export function tellImport(outcome: ImportOutcome): string {
  return [tellChanges(outcome), tellBadLines(outcome), tellEnd(outcome)].filter((part) => part !== "").join("\n\n");
}

function tellChanges({ changes, rateCount, deckInForceId }: ImportPlan): string {
  if (rateCount === 0) return "";
  const { added, removed, dearer, cheaper, otherwise, unchanged, steepest, dearest } = changes;
  const counts = alignColumns(
    [
      ["  added", count(added)],
      ["  removed", count(removed)],
      ["  dearer", count(dearer)],
      ["  cheaper", count(cheaper)],
      ["  otherwise changed", count(otherwise)],
      ["  unchanged", count(unchanged)],
    ],
    { right: [1] },
  );
  const title = `${count(rateCount)} rates, compared with the deck in force (${deckInForceId}):`;
  return [title, counts, tellSteepest(steepest), dearest && `The dearest: ${tellRate(dearest)}.`]
    .filter((part) => part !== undefined)
    .join("\n");
}

function tellSteepest(steepest: DeckChanges["steepest"]): string | undefined {
  if (!steepest) return undefined;
  return `The steepest rise: ${tellRate(steepest.after)}, from ${perMinute(steepest.before.perMinuteMicros)}.`;
}

function tellRate({ destinationPrefix, originPrefix, description, perMinuteMicros }: DeckRate): string {
  const from = originPrefix === "" ? "" : ` from +${originPrefix}`;
  return `+${destinationPrefix}${from} (${description}) at ${perMinute(perMinuteMicros)} a minute`;
}

function tellBadLines({ badLines }: ImportPlan): string {
  if (badLines.length === 0) return "";
  const told = badLines.slice(0, mostBadLinesTold).map(({ where, why }: BadLine) => `  ${where}: ${why}`);
  const rest = badLines.length - told.length;
  return [`Bad lines: ${count(badLines.length)}`, ...told, ...(rest > 0 ? [`  and ${count(rest)} more`] : [])].join("\n");
}

function tellEnd(outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case "imported":
      return `Imported as ${outcome.deckId}. It is in force: a server that runs follows within seconds, and calls that were asked for keep their price.`;
    case "dry_run":
      return "Nothing was imported, as you asked.";
    case "nothing_new":
      return "Nothing was imported: the deck in force says the same.";
    case "bad_lines":
      return `Nothing was imported. Mend the lines, or leave them out with --skip-bad-rows: ${whatSkippingMeans}`;
    case "no_rates":
      return "Nothing was imported: there is no rate that could be used.";
    case "too_many_rates":
      return "Nothing was imported: the list comes to more than two million pairs of prefixes, which cannot be meant.";
  }
}

const whatSkippingMeans =
  "what they price then costs what a shorter prefix costs, or cannot be called, and of two prices for the same call the dearer is taken.";

function count(number: number): string {
  return number.toLocaleString("en");
}

function perMinute(amount: Micros): string {
  return formatDollars(amount, { decimals: 4 });
}
