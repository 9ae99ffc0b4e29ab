import { toDecimalDollars, type Micros } from "#shared/money.ts";
import { language } from "./language.ts";

/** Dollars as the language writes them, rounded half up to an exact count of decimals: "$0.0140", in German "0,0140 $". */
export function formatMoney(amount: Micros, { decimals }: { decimals: number } = { decimals: 2 }): string {
  // As decimal text, which Intl reads exactly: no float comes in on the way to the eye either.
  return moneyFormat(decimals).format(toDecimalDollars(amount) as Intl.StringNumericLiteral);
}

const formats = new Map<number, Intl.NumberFormat>();

/** Dollars with so many decimals; kept, since a running cost is written every second. */
export function moneyFormat(decimals: number): Intl.NumberFormat {
  const format = formats.get(decimals) ?? makeFormat(decimals);
  formats.set(decimals, format);
  return format;
}

function makeFormat(decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    // "-$0.00" would be less than nothing.
    signDisplay: "negative",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
