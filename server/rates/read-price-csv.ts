import { err, ok, type Result } from "#shared/result.ts";
import { CsvError, parse } from "csv-parse/sync";
import type { CarrierPriceLine } from "../carrier.ts";

/** The names that carriers' lists have had for a column, as they are after `nameOf`; of several that are there, the first counts. */
const columnNames = {
  // What the account pays comes before what the list asks of everybody.
  perMinute: ["currentpricemin", "pricemin", "pricepermin", "priceperminute", "price", "basepricemin", "baseprice"],
  destinationPrefixes: ["destinationprefixes", "destinationprefix", "prefixes", "prefix"],
  originPrefixes: ["originationprefixes", "originationprefix", "originprefixes"],
  description: ["description", "friendlyname"],
  country: ["country", "iso"],
} as const;
type Column = keyof typeof columnNames;

/** What a list cannot do without, as its header calls it. */
const needed: readonly [Column, string][] = [
  ["perMinute", "Price / min"],
  ["destinationPrefixes", "Destination Prefixes"],
];

/**
 * Reads the CSV in which Twilio publishes its prices of outbound calls: `ISO, Country, Description, Price / min, Origination
 * Prefixes, Destination Prefixes`, in whatever order, with lists of prefixes in quotes. The failure is a sentence about the file.
 */
export function readPriceCsv(text: string): Result<CarrierPriceLine[], string> {
  const records = readRecords(text);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  if (!header) return err("The file is empty.");
  const columns = findColumns(header.cells);
  if (!columns.ok) return columns;
  return ok(rows.map(({ cells, line }) => toLine((column) => cells[columns.value[column] ?? -1] ?? "", line)));
}

interface Row {
  cells: string[];
  line: number;
}

function readRecords(text: string): Result<Row[], string> {
  try {
    // Inside quotes the parser counts a line end of Windows as two lines.
    const unixText = text.replaceAll("\r\n", "\n");
    const records = parse(unixText, {
      bom: true,
      info: true,
      raw: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    });
    return ok(
      (records as unknown as CsvRecord[])
        .map(({ record, info, raw }) => ({ cells: record, line: info.lines - linesWithin(raw) }))
        .filter(({ cells }) => cells.some((cell) => cell !== "")),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err(`The file is no CSV: ${error.message}.`);
  }
}

/** What the parser gives with the options above. */
interface CsvRecord {
  record: string[];
  info: { lines: number };
  raw: string;
}

/** The parser names the line that a record ends on, and a quoted list may go over several. */
function linesWithin(raw: string): number {
  return raw.trim().split("\n").length - 1;
}

function findColumns(header: readonly string[]): Result<Record<Column, number | undefined>, string> {
  const names = header.map(nameOf);
  const columns = Object.fromEntries(
    Object.entries(columnNames).map(([column, known]) => {
      const name = known.find((name) => names.includes(name));
      return [column, name === undefined ? undefined : names.indexOf(name)];
    }),
  ) as Record<Column, number | undefined>;
  const missing = needed.filter(([column]) => columns[column] === undefined).map(([, name]) => `"${name}"`);
  if (missing.length === 0) return ok(columns);
  const list = new Intl.ListFormat("en").format(missing);
  return err(`The file has no column ${list}. Its header is: ${header.join(", ")}.`);
}

/** "Price / min" and "Price/Min" are one name. */
function nameOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]/g, "");
}

function toLine(cell: (column: Column) => string, line: number): CarrierPriceLine {
  return {
    where: `line ${line}`,
    description: cell("description") || cell("country"),
    perMinute: cell("perMinute"),
    originPrefixes: listOf(cell("originPrefixes")),
    destinationPrefixes: listOf(cell("destinationPrefixes")),
  };
}

function listOf(cell: string): string[] {
  return cell
    .split(/[,;|\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
