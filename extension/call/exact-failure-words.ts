import { formatDollars, type Micros } from "#shared/money.ts";
import { language } from "../ui/language.ts";
import type { Failure, FailureCode } from "./call-state.ts";
import type { FailureWords } from "./failure-words.ts";

type Exact = (failure: Failure) => Partial<FailureWords>;

/** What a failure's figures let be said more exactly than by its code alone. */
export function exactFailureWords(failure: Failure): Partial<FailureWords> {
  return exact[failure.code]?.(failure) ?? {};
}

const exact: Partial<Record<FailureCode, Exact>> = {
  invalid_number: ({ invalid }) => (invalid === undefined ? {} : invalidNumberWords[invalid]),
  destination_blocked: blockedWords,
  no_rate: ({ countryCode }) => (countryCode ? { sentence: `There is no price for calls to ${countryOf(countryCode)}.` } : {}),
  caller_id_not_allowed: ({ callerId }) => (callerId ? { sentence: `${callerId} may not be shown as caller ID.` } : {}),
  too_many_calls: tooManyWords,
  rate_too_high: rateWords,
  insufficient_balance: balanceWords,
  spending_limit: limitWords,
  too_many_requests: ({ perMinute }) =>
    perMinute === undefined ? {} : { cause: `The server takes ${perMinute} of these a minute from one account.` },
  contact_exists: ({ contactName }) => (contactName ? { sentence: `${contactName} has this number already.` } : {}),
  internal_error: ({ requestId }) =>
    requestId ? { wayOut: `Try again; if it stays, ask the owner to look for ${requestId} in its log.` } : {},
  unexpected_answer: ({ detail }) => (detail === undefined ? {} : { sentence: detail }),
  sdk_error: ({ sdkCode }) =>
    sdkCode === undefined ? {} : { sentence: `The call could not be set up (Twilio error ${sdkCode}).` },
};

type InvalidNumber = NonNullable<Failure["invalid"]>;

const invalidNumberWords: Record<InvalidNumber, Partial<FailureWords>> = {
  empty: { sentence: "There is no number to call.", wayOut: "Type one." },
  not_a_number: { sentence: "This is not a phone number." },
  no_country: {
    sentence: "It is not clear which country this number is in.",
    wayOut: "Write it with + and its country code, or choose the country.",
  },
  too_short: { sentence: "This is too short for a phone number.", wayOut: "Write it with its area code." },
  too_long: { sentence: "This is too long for a phone number.", wayOut: "Take away what does not belong to it." },
  invalid_for_country: {
    sentence: "No such number can exist in its country.",
    wayOut: "Check the digits, or choose another country.",
  },
};

const blockedKindWords: Record<Exclude<NonNullable<Failure["blocked"]>, "country">, Partial<FailureWords>> = {
  short_number: {
    sentence: "Ringback cannot call emergency or other short numbers.",
    cause: "Nobody would know where to send help: a call from a browser has no address.",
    wayOut: "In an emergency, use a telephone.",
  },
  premium_rate: {
    sentence: "Ringback does not call premium-rate numbers.",
    cause: "Their owners are paid for every call, which fraud lives on.",
    wayOut: "Look for an ordinary number of the same company.",
  },
  shared_cost: {
    sentence: "Ringback does not call shared-cost numbers.",
    cause: "What such a call costs cannot be told beforehand.",
    wayOut: "Look for an ordinary number of the same company.",
  },
  personal_number: {
    sentence: "Ringback does not call personal numbers.",
    cause: "They may forward to anywhere, at any price.",
    wayOut: "Ask for another number.",
  },
  pager: { sentence: "Ringback does not call pagers.", cause: "There is nobody to talk to.", wayOut: "Ask for another number." },
};

function blockedWords({ blocked, countries, countryCode }: Failure): Partial<FailureWords> {
  if (blocked === undefined) return {};
  if (blocked !== "country") return blockedKindWords[blocked];
  const where = countryCode ? countryOf(countryCode) : "numbers of no country";
  const allowed = new Intl.ListFormat(language).format((countries ?? []).map(countryOf));
  return {
    sentence: `This account may not call ${where}.`,
    cause: allowed ? `It may call ${allowed} only.` : "It may not call anywhere.",
  };
}

function tooManyWords({ maxConcurrentCalls }: Failure): Partial<FailureWords> {
  if (maxConcurrentCalls === undefined) return {};
  if (maxConcurrentCalls === 0) return { sentence: "This account may place no calls.", wayOut: "Ask the owner of the server." };
  const calls = maxConcurrentCalls === 1 ? "one call" : `${maxConcurrentCalls} calls`;
  return { sentence: `This account may have ${calls} at once.` };
}

function rateWords({ perMinuteMicros, maxPerMinuteMicros }: Failure): Partial<FailureWords> {
  if (perMinuteMicros === undefined || maxPerMinuteMicros === undefined) return {};
  return {
    sentence: `A minute costs ${fine(perMinuteMicros)} there, and this account may spend ${fine(maxPerMinuteMicros)} a minute at most.`,
  };
}

function balanceWords({ neededMicros, availableMicros, heldMicros, heldByCallTo }: Failure): Partial<FailureWords> {
  if (neededMicros === undefined || availableMicros === undefined) return {};
  const sentence = `This call needs ${fine(neededMicros)}, and ${fine(availableMicros)} is available.`;
  if (heldMicros === undefined || heldMicros === 0) return { sentence };
  return heldByCallTo === undefined
    ? { sentence, cause: `Calls under way hold ${fine(heldMicros)}.`, wayOut: "End one of them, or top the balance up." }
    : { sentence, cause: `Your call to ${heldByCallTo} holds ${fine(heldMicros)}.`, wayOut: "End it, or top the balance up." };
}

function limitWords({ neededMicros, limit, limitMicros, leftMicros }: Failure): Partial<FailureWords> {
  if (neededMicros === undefined || limit === undefined || limitMicros === undefined) return {};
  const first = `Its first minute costs ${fine(neededMicros)}`;
  if (limit === "per_call") return { sentence: `${first}, and this account may spend ${fine(limitMicros)} a call at most.` };
  if (leftMicros === undefined) return {};
  return {
    sentence: `${first}, and of the ${fine(limitMicros)} that this account may spend a day ${fine(leftMicros)} is left.`,
    wayOut: "The day begins anew at midnight UTC. Ask the owner of the server for a higher limit.",
  };
}

function countryOf(code: string): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}

function fine(amount: Micros): string {
  return formatDollars(amount, { decimals: 4 });
}
