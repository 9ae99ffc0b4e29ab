import { toDecimalDollars, type Micros } from "#shared/money.ts";
import { language } from "./language.ts";
import { leftToRight } from "./left-to-right.ts";

/** Dollars as the language writes them, rounded half up to an exact count of decimals: "$0.0140", in German "0,0140 $". */
export function formatMoney(amount: Micros, { decimals }: { decimals: number } = { decimals: 2 }): string {
  return moneyParts(amount, { decimals })
    .map(({ value }) => value)
    .join("");
}

/** The parts of an amount. Among words that run from right to left the dollar sign would leave its "US" behind. */
export function moneyParts(
  amount: Micros,
  { decimals, signDisplay = "negative" }: { decimals: number; signDisplay?: "negative" | "exceptZero" },
): Intl.NumberFormatPart[] {
  // As decimal text, which Intl reads exactly: no float comes in on the way to the eye either.
  const parts = moneyFormat(decimals, signDisplay).formatToParts(toDecimalDollars(amount) as Intl.StringNumericLiteral);
  return parts.map(({ type, value }) => ({ type, value: type === "currency" ? leftToRight(value) : value }));
}

const formats = new Map<string, Intl.NumberFormat>();

/** Dollars with so many decimals; kept, since a running cost is written every second. "-$0.00" is never written. */
function moneyFormat(decimals: number, signDisplay: "negative" | "exceptZero"): Intl.NumberFormat {
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
