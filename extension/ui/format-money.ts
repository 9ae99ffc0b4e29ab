import { toDecimalDollars, type Micros } from "#shared/money.ts";
import { language } from "./language.ts";

/** Dollars as the language writes them, rounded half up to an exact count of decimals: "$0.0140", in German "0,0140 $". */
export function formatMoney(amount: Micros, { decimals }: { decimals: number } = { decimals: 2 }): string {
  // As decimal text, which Intl reads exactly: no float comes in on the way to the eye either.
  return moneyFormat(decimals).format(toDecimalDollars(amount) as Intl.StringNumericLiteral);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Dollars with so many decimals; kept, since a running cost is written every second. "-$0.00" is never written. */
export function moneyFormat(decimals: number, signDisplay: "negative" | "exceptZero" = "negative"): Intl.NumberFormat {
  const key = `${decimals} ${signDisplay}`;
  const format = formats.get(key) ?? makeFormat(decimals, signDisplay);
  formats.set(key, format);
  return format;
}

function makeFormat(decimals: number, signDisplay: "negative" | "exceptZero"): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    signDisplay,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
