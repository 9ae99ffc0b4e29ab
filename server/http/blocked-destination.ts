import type { BlockedKind } from "#shared/dialing-policy.ts";
import { countryName, type CountryCode } from "#shared/phone-number.ts";
import type { Context } from "hono";
import { problem } from "./problem.ts";

/** Why a destination may not be called: its kind, which nobody may call, or its country, which this account may not. */
export type Blocked =
  | { blocked: BlockedKind }
  | { blocked: "country"; countryCode: CountryCode | null; countries: readonly CountryCode[] };

const sentences: Record<BlockedKind, string> = {
  short_number: "Ringback cannot call emergency or other short numbers. In an emergency, use a phone.",
  premium_rate: "This is a premium-rate number. Ringback does not call those.",
  shared_cost: "The cost of calling this shared-cost number cannot be told beforehand, so Ringback does not call it.",
  personal_number: "This is a personal number, which may forward to anywhere at any price. Ringback does not call those.",
  pager: "This is a pager's number. Ringback does not call those.",
};

/** The `destination_blocked` problem. */
export function blockedDestination(c: Context, why: Blocked): Response {
  if (why.blocked !== "country") return problem(c, "destination_blocked", blockedSentence(why.blocked), { blocked: why.blocked });
  const { blocked, countryCode, countries } = why;
  return problem(c, "destination_blocked", countrySentence(countries, countryCode), {
    blocked,
    countryCode,
    countries: [...countries],
  });
}

/** Why nobody may call a number of such a kind. */
export function blockedSentence(blocked: BlockedKind): string {
  return sentences[blocked];
}

/** Why an account that may call some countries only may not call another. */
function countrySentence(countries: readonly CountryCode[], country: CountryCode | null): string {
  const allowed = new Intl.ListFormat("en").format(countries.map((code) => countryName(code)));
  const here = `This account may not call ${country === null ? "numbers of no country" : countryName(country)}`;
  return countries.length > 0 ? `${here}, only ${allowed}.` : `${here}, nor anywhere else.`;
}
