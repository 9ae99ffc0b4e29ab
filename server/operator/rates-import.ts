import { toDecimalDollars, zeroMicros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { CarrierPriceList } from "../carrier.ts";
import { deckOfFile, type DeckFile } from "../rates/deck-file.ts";
import type { DeckTerms } from "../rates/deck-terms.ts";
import { importRates } from "../rates/import-rates.ts";
import { readPriceCsv } from "../rates/read-price-csv.ts";
import { readStarterDeck } from "../rates/starter-deck.ts";
import { defineCommand } from "./command.ts";
import type { Operator } from "./operator.ts";
import { readDeckTerms } from "./read-deck-terms.ts";
import { tellImport } from "./tell-import.ts";

export const ratesImport = defineCommand({
  name: "rates import",
  usage: `FILE.csv | --from-carrier
                              [--markup PERCENT] [--markup-per-minute DOLLARS] [--client-leg DOLLARS]
                              [--increment SECONDS] [--minimum SECONDS] [--connect DOLLARS]
                              [--skip-bad-rows] [--dry-run]`,
  summary:
    "Makes a deck of the carrier's price list, by its CSV or by its API, and puts it in force. Says what changes; with a bad row, nothing does.",
  options: {
    "from-carrier": { type: "boolean" },
    markup: { type: "string" },
    "markup-per-minute": { type: "string" },
    "client-leg": { type: "string" },
    increment: { type: "string" },
    minimum: { type: "string" },
    connect: { type: "string" },
    "skip-bad-rows": { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  async run(operator, [file], written) {
    const starter = readStarterDeck();
    const terms = readDeckTerms(written, usualTerms(starter));
    if (!terms.ok) return terms;
    const list = await readList(operator, file, written["from-carrier"] ?? false);
    if (!list.ok) return list;
    const source = `${file === undefined ? "the carrier's pricing API" : basename(file)}: ${tellTerms(terms.value)}`;
    const outcome = await importRates(
      { store: operator.store, starterDeck: deckOfFile(starter), clock: operator.clock },
      {
        list: list.value,
        source,
        terms: terms.value,
        skipBadLines: written["skip-bad-rows"] ?? false,
        dryRun: written["dry-run"] ?? false,
      },
    );
    const told = tellImport(outcome);
    const isRefused = outcome.kind === "bad_lines" || outcome.kind === "no_rates" || outcome.kind === "too_many_rates";
    return isRefused ? err(told) : ok(told);
  },
});

/** At cost, in the increments of the deck that comes with Ringback. */
function usualTerms(starter: DeckFile): DeckTerms {
  return {
    clientLegPerMinuteMicros: starter.clientLegPerMinute,
    markupBasisPoints: 0,
    markupPerMinuteMicros: zeroMicros,
    incrementSeconds: starter.incrementSeconds,
    minimumSeconds: starter.minimumSeconds,
    connectMicros: starter.connect,
  };
}

async function readList(
  operator: Operator,
  file: string | undefined,
  fromCarrier: boolean,
): Promise<Result<CarrierPriceList, string>> {
  if (fromCarrier === (file !== undefined)) return err("Say where the prices are: rates import FILE.csv, or --from-carrier.");
  return file === undefined ? askCarrier(operator) : readCsv(file);
}

async function readCsv(file: string): Promise<Result<CarrierPriceList, string>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const lines = readPriceCsv(text.value);
  return lines.ok ? ok({ lines: lines.value, missing: [] }) : err(`${file}: ${lines.error}`);
}

async function readText(file: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(file, "utf8"));
  } catch (error) {
    return err(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function askCarrier({ openCarrier }: Operator): Promise<Result<CarrierPriceList, string>> {
  const carrier = await openCarrier();
  if (!carrier.ok) return carrier;
  const list = await carrier.value.voicePrices();
  return list.ok ? list : err(`The carrier does not tell its prices: ${list.error.message}`);
}

function tellTerms(terms: DeckTerms): string {
  const { clientLegPerMinuteMicros, markupBasisPoints, markupPerMinuteMicros } = terms;
  const [clientLeg, fixed] = [clientLegPerMinuteMicros, markupPerMinuteMicros].map((amount) => toDecimalDollars(amount, 4));
  return `client leg $${clientLeg} a minute, markup ${markupBasisPoints / 100} %${markupPerMinuteMicros > 0 ? ` and $${fixed} a minute` : ""}`;
}
