import { z } from "zod";

/**
 * Money in integer micro-dollars: 1 USD = 1,000,000. JS safe integers reach $9.0 billion.
 * The brand keeps bare numbers and floats out of every sum.
 */
export type Micros = number & { readonly __brand: "Micros" };

const microsPerDollar = 1_000_000;

export const zeroMicros = micros(0);

/** Brands an integer count of micro-dollars. Throws on a fraction or an unsafe integer, which is always a bug. */
export function micros(amount: number): Micros {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of micro-dollars: ${amount}`);
  return amount as Micros;
}

export function addMicros(...amounts: Micros[]): Micros {
  return micros(amounts.reduce((sum, amount) => sum + amount, 0));
}

export function subtractMicros(from: Micros, amount: Micros): Micros {
  return micros(from - amount);
}

/** A whole multiple of an amount, such as a price per unit times a count of units. */
export function multiplyMicros(amount: Micros, times: number): Micros {
  return micros(amount * times);
}

/**
 * Reads dollars written in decimal, such as "10", "0.0140" or "-2.5", exactly and without floating point.
 * Gives undefined for anything else, including more than six decimals.
 */
export function parseDollars(text: string): Micros | undefined {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole, fraction = ""] = match;
  const amount = Number(whole) * microsPerDollar + Number(fraction.padEnd(6, "0"));
  return micros(sign === "-" && amount !== 0 ? -amount : amount);
}

/** Dollars in decimal without a currency sign, exact to the micro-dollar: "0.0140", "10.00", "0.004667". */
export function toDecimalDollars(amount: Micros, minimumDecimals = 2): string {
  const sign = amount < 0 ? "-" : "";
  const absolute = Math.abs(amount);
  const fraction = String(absolute % microsPerDollar).padStart(6, "0");
  const significant = fraction.replace(/0+$/, "").padEnd(minimumDecimals, "0");
  return `${sign}${Math.floor(absolute / microsPerDollar)}.${significant}`;
}

/** Dollars for people, with an exact count of decimals, rounded half up: formatDollars(14_000, {decimals: 4}) is "$0.0140". */
export function formatDollars(amount: Micros, options: { decimals: number } = { decimals: 2 }): string {
  const unit = 10 ** (6 - options.decimals);
  const rounded = Math.round(Math.abs(amount) / unit) * unit;
  const whole = Math.floor(rounded / microsPerDollar);
  const fraction = String(rounded % microsPerDollar)
    .padStart(6, "0")
    .slice(0, options.decimals);
  return `${amount < 0 && rounded > 0 ? "-" : ""}$${whole}${fraction ? `.${fraction}` : ""}`;
}

/** Micro-dollars as they travel in JSON. */
export const microsSchema = z.int().transform(micros);
