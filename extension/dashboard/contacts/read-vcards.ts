import ICAL from "ical.js";
import { z } from "zod";
import type { Entry } from "./contacts-file.ts";
import { modernVcard } from "./modern-vcard.ts";

/** The contacts of a file of vCards (RFC 6350, and what came before it): one for each number of each card. */
export function readVcards(text: string): Entry[] {
  return cardsIn(text.split(/\r\n|\r|\n/)).flatMap(readCard);
}

interface Card {
  line: number;
  lines: string[];
}

function cardsIn(lines: readonly string[]): Card[] {
  const cards: Card[] = [];
  let open: Card | undefined;
  for (const [index, line] of lines.entries()) {
    if (/^\s*BEGIN:VCARD\s*$/i.test(line)) {
      // One that was never ended is told of by its own line.
      if (open) cards.push(open);
      open = { line: index + 1, lines: [] };
    }
    open?.lines.push(line);
    if (/^\s*END:VCARD\s*$/i.test(line) && open) {
      cards.push(open);
      open = undefined;
    }
  }
  return open ? [...cards, open] : cards;
}

// jCard, RFC 7095: [name, parameters, type, value...].
const propertySchema = z.tuple([z.string(), z.unknown(), z.string()]).rest(z.unknown());
const cardSchema = z.tuple([z.literal("vcard"), z.array(propertySchema)]).rest(z.unknown());

function readCard({ line, lines }: Card): Entry[] {
  const parsed = cardSchema.safeParse(parseCard(lines));
  if (!parsed.success) return [{ ok: false, error: { kind: "unreadable", line } }];
  const [, properties] = parsed.data;
  const textsOf = (name: string) => properties.filter((property) => property[0] === name).map(([, , , value]) => toText(value));
  const [company = ""] = textsOf("org");
  const name = textsOf("fn").find(Boolean) ?? nameInOrder(properties.find((property) => property[0] === "n")?.[3]) ?? company;
  const note = textsOf("note").join("\n");
  const numbers = textsOf("tel").map((number) => number.replace(/^tel:/i, ""));
  // A card without a number is told of as one entry that has none.
  return (numbers.length > 0 ? numbers : [""]).map((number) => ({ ok: true, value: { line, name, number, company, note } }));
}

function parseCard(lines: readonly string[]): unknown {
  try {
    return ICAL.parse(modernVcard(lines.filter((line) => line.trim() !== "")).join("\r\n"));
  } catch {
    // The library throws for whatever is no vCard; where, the card's own line says.
    return undefined;
  }
}

function toText(value: unknown): string {
  // "Engines Ltd;Research" comes as two parts.
  const parts = Array.isArray(value) ? value.flat() : [value];
  return parts
    .filter((part) => typeof part === "string" && part !== "")
    .join(", ")
    .trim();
}

/** "Lovelace;Ada;King" is Ada King Lovelace. */
function nameInOrder(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const [last, first, middle] = value.map(toText);
  return [first, middle, last].filter(Boolean).join(" ") || undefined;
}
