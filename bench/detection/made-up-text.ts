import { digits, pick, type Random } from "./random.ts";

const words =
  "about after again all also always among another around as because before between both but by could during each even every few first from great group have here high house into just know large last later leave life line little long made make many might more most must never next night now number often old once only open other over own part people place point same school second seem several should show small some state still such take than that their there these thing think this those thought through time under until water way week well what when where which while with without work world would year young".split(
    " ",
  );

/** A sentence without a digit. */
export function sentence(random: Random): string {
  const count = 6 + Math.floor(random() * 16);
  const text = Array.from({ length: count }, () => pick(random, words)).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}. `;
}

/** Sentences without a digit, of about this length. */
export function prose(random: Random, length: number): string {
  let text = "";
  while (text.length < length) text += sentence(random);
  return text;
}

/** A North American number of the exchange that is kept for fiction, in one of the forms that people write. */
export function phoneNumber(random: Random): string {
  const area = pick(random, ["212", "312", "415", "617", "713", "206"]);
  const line = `01${digits(random, 2)}`;
  return pick(random, [`(${area}) 555-${line}`, `${area}-555-${line}`, `${area}.555.${line}`, `+1 ${area} 555 ${line}`]);
}

const two = (random: Random, most: number): string => String(1 + Math.floor(random() * most)).padStart(2, "0");
const hex = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");

function isbn(random: Random): string {
  const body = `978${digits(random, 9)}`;
  const sum = Array.from(body).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `ISBN ${body.slice(0, 3)}-${body.slice(3, 4)}-${body.slice(4, 8)}-${body.slice(8)}-${(10 - (sum % 10)) % 10}`;
}

/** What logs, tables, papers and shops are full of. None of it is a phone number. */
const figures: readonly ((random: Random) => string)[] = [
  (random) =>
    `20${two(random, 25)}-${two(random, 12)}-${two(random, 28)} ${two(random, 23)}:${two(random, 59)}:${two(random, 59)}`,
  (random) => `${two(random, 28)}.${two(random, 12)}.20${two(random, 25)}`,
  (random) => [0, 1, 2, 3].map(() => Math.floor(random() * 256)).join("."),
  (random) => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  (random) => `$${digits(random, 2)},${digits(random, 3)}.${digits(random, 2)}`,
  (random) => `${digits(random, 1)}.${digits(random, 9)}`,
  (random) => `${digits(random, 2)},${digits(random, 3)},${digits(random, 3)}`,
  isbn,
  (random) => `order ${digits(random, 10)}`,
  (random) => `#${digits(random, 9)}`,
  (random) => `1${digits(random, 9)}`,
  (random) => `${digits(random, 2)}.${digits(random, 6)}, -${digits(random, 2)}.${digits(random, 6)}`,
  (random) => `${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}`,
  (random) => `v${digits(random, 1)}.${digits(random, 2)}.${digits(random, 1)}`,
  (random) => `pp. ${digits(random, 3)}-${digits(random, 3)}`,
  (random) => `https://example.com/${digits(random, 10)}/${hex(random, 12)}`,
  (random) => `${digits(random, 3)} ${digits(random, 3)} km`,
];

/** Text in which every other word has digits, of about this length, without a phone number. */
export function figuresText(random: Random, length: number): string {
  let text = "";
  while (text.length < length) text += `${pick(random, words)} ${pick(random, figures)(random)} `;
  return text;
}
