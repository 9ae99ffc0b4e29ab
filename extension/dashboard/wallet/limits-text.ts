import type { Limits } from "#shared/api/limits.ts";
import { countryName } from "#shared/phone-number.ts";
import { formatBalance } from "../../ui/format-balance.ts";

/** What an account may do, in one sentence: "At most $5.00 a call, $20.00 a day; up to 3 calls at once; only Germany." */
export function limitsText(limits: Limits, language: string): string {
  const text = [spending(limits), concurrency(limits), destinations(limits, language)].filter(Boolean).join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function spending({ maxPerCallMicros, maxPerDayMicros, maxPerMinuteMicros }: Limits): string {
  const most = [
    { amount: maxPerCallMicros, unit: "call" },
    { amount: maxPerDayMicros, unit: "day" },
    { amount: maxPerMinuteMicros, unit: "minute" },
  ].flatMap(({ amount, unit }) => (amount === null ? [] : [`${formatBalance(amount)} a ${unit}`]));
  return `at most ${most.join(", ")}`;
}

function concurrency({ maxConcurrentCalls }: Limits): string {
  if (maxConcurrentCalls === 0) return "no calls";
  return maxConcurrentCalls === 1 ? "one call at a time" : `up to ${maxConcurrentCalls} calls at once`;
}

function destinations({ countries }: Limits, language: string): string {
  if (countries === null) return "";
  if (countries.length === 0) return "to no country";
  const names = countries.map((country) => countryName(country, language));
  return `only ${new Intl.ListFormat(language, { type: "conjunction" }).format(names)}`;
}
