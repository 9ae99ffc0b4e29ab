import { textOfCell } from "#shared/plain-cell.ts";
import { parse } from "csv-parse/browser/esm/sync";
import { z } from "zod";
import type { Entry, WrittenContact } from "./contacts-file.ts";

type Column = "name" | "first" | "last" | "number" | "company" | "note";

// What Google, Outlook, Apple and people call their columns, small and without what parts words.
const columnNames: Record<Column, readonly string[]> = {
  name: ["name", "fullname", "displayname", "contact", "contactname", "nombre", "الاسم"],
  first: ["firstname", "givenname", "vorname"],
  last: ["lastname", "familyname", "surname", "nachname", "apellido", "apellidos"],
  number: [
    "number",
    "phone",
    "phonenumber",
    "phone1value",
    "mobile",
    "mobilephone",
    "mobilenumber",
    "tel",
    "telephone",
    "primaryphone",
    "businessphone",
    "homephone",
    "nummer",
    "telefon",
    "telefonnummer",
    "teléfono",
    "número",
    "الرقم",
  ],
  company: ["company", "organization", "organisation", "organizationname", "organization1name", "firma", "empresa", "الشركة"],
  note: ["note", "notes", "comment", "comments", "notiz", "notizen", "nota", "notas", "ملاحظة"],
};

/** The contacts of a CSV file whose first line names its columns, in whatever order. Commas, semicolons and tabs part cells. */
export function readContactsCsv(text: string): Entry[] {
  const rows = parseRows(text);
  if (!rows) return [{ ok: false, error: { kind: "unreadable", line: 1 } }];
  const [head, ...rest] = rows;
  if (!head) return [];
  const places = placesOf(head.cells);
  if (places.number === undefined || (places.name ?? places.first ?? places.last) === undefined)
    return [{ ok: false, error: { kind: "noColumns", line: 1 } }];
  return rest.map(({ cells, line }) => ({ ok: true, value: toContact(cells, line, places) }));
}

interface Row {
  cells: string[];
  line: number;
}

// With `info`, a row comes with where it was; the library's types do not say so.
const rowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

function parseRows(text: string): Row[] | undefined {
  const [firstLine = ""] = text.split(/\r?\n/, 1);
  const delimiters = [",", ";", "\t"].toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length);
  try {
    // Within quotes the library would count "\r\n" as two lines.
    const parsed: unknown = parse(text.replaceAll(/\r\n?/g, "\n"), {
      bom: true,
      info: true,
      delimiter: delimiters.slice(0, 1),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    // The library counts the line on which a row ends; a cell may go over several.
    return rowsSchema.parse(parsed).map(({ record, info }) => ({ cells: record, line: info.lines - breaksIn(record) }));
  } catch {
    // A quote that is never closed, say: then nothing can be told apart.
    return undefined;
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
}

type Places = Partial<Record<Column, number>>;

function placesOf(heads: readonly string[]): Places {
  const names = heads.map((head) => head.toLowerCase().replaceAll(/[-_:.\s]+/g, ""));
  const places: Places = {};
  for (const column of Object.keys(columnNames) as Column[]) {
    const place = columnNames[column].map((name) => names.indexOf(name)).find((found) => found >= 0);
    if (place !== undefined) places[column] = place;
  }
  return places;
}

function toContact(cells: readonly string[], line: number, places: Places): WrittenContact {
  const at = (column: Column) => textOfCell(cells[places[column] ?? -1] ?? "").trim();
  const name = at("name") || [at("first"), at("last")].filter(Boolean).join(" ") || at("company");
  // Google parts several numbers of one person by three colons.
  return { line, name, number: at("number").split(":::")[0]?.trim() ?? "", company: at("company"), note: at("note") };
}
