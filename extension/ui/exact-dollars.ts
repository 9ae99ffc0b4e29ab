import type { Micros } from "#shared/money.ts";
import { moneyParts } from "./format-money.ts";

/** An amount taken apart for a column of figures, as the language writes it: its sign, dollars and cents, and what is finer than a cent. */
export interface ExactDollars {
  toCents: string;
  /** "" where the whole column is in cents. */
  finer: string;
  /** What follows the figures, such as the currency in German. */
  after: string;
}

const decimalsOf = (amount: Micros) => (amount % 10_000 === 0 ? 2 : amount % 100 === 0 ? 4 : 6);

/** The fewest decimals, of two, four and six, that show every one of these amounts exactly. */
export function decimalsFor(amounts: readonly Micros[]): number {
  return amounts.reduce((most, amount) => Math.max(most, decimalsOf(amount)), 2);
}

/** Writes an amount exactly: a column that adds up to the micro-dollar must not be rounded line by line. */
export function exactDollars(amount: Micros, { decimals, isSigned }: { decimals: number; isSigned: boolean }): ExactDollars {
  const parts = moneyParts(amount, { decimals, signDisplay: isSigned ? "exceptZero" : "negative" });
  const fraction = parts.findIndex(({ type }) => type === "fraction");
  const text = (from: number, to?: number) => parts.slice(from, to).map(write).join("");
  const figures = parts[fraction]?.value ?? "";
  return { toCents: text(0, fraction) + figures.slice(0, 2), finer: figures.slice(2), after: text(fraction + 1) };
}

// The minus of a column of figures is as wide as a plus; a hyphen is not.
function write({ type, value }: Intl.NumberFormatPart): string {
  return type === "minusSign" ? value.replace("-", "−") : value;
}
