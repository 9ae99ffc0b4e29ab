import { micros, toDecimalDollars, type Micros } from "#shared/money.ts";

/** An amount taken apart for a column of figures: the sign, the dollars and cents, and what is finer than a cent. */
export interface ExactDollars {
  sign: "+" | "−" | "";
  dollars: string;
  /** "" where the whole column is in cents. */
  finer: string;
}

const decimalsOf = (amount: Micros) => (amount % 10_000 === 0 ? 2 : amount % 100 === 0 ? 4 : 6);

/** The fewest decimals, of two, four and six, that show every one of these amounts exactly. */
export function decimalsFor(amounts: readonly Micros[]): number {
  return amounts.reduce((most, amount) => Math.max(most, decimalsOf(amount)), 2);
}

/** Writes an amount exactly: a column that adds up to the micro-dollar must not be rounded line by line. */
export function exactDollars(amount: Micros, { decimals, isSigned }: { decimals: number; isSigned: boolean }): ExactDollars {
  const text = toDecimalDollars(micros(Math.abs(amount)), decimals);
  const cents = text.length - (decimals - 2);
  const sign = amount < 0 ? "−" : isSigned && amount > 0 ? "+" : "";
  return { sign, dollars: `$${text.slice(0, cents)}`, finer: text.slice(cents) };
}
