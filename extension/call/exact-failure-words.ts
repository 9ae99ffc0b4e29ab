import { i18n } from "#i18n";
import type { Micros } from "#shared/money.ts";
import { counted } from "../ui/counted.ts";
import { formatMoney } from "../ui/format-money.ts";
import { language } from "../ui/language.ts";
import type { Failure, FailureCode } from "./call-state.ts";
import type { FailureWords } from "./failure-words.ts";

type Exact = (failure: Failure) => Partial<FailureWords>;

/** What a failure's figures let be said more exactly than by its code alone. */
export function exactFailureWords(failure: Failure): Partial<FailureWords> {
  return exact[failure.code]?.(failure) ?? {};
}

const exact: Partial<Record<FailureCode, Exact>> = {
  unauthorized: signInWords,
  bad_request: signInWords,
  invalid_number: invalidNumberWords,
  destination_blocked: blockedWords,
  no_rate: ({ countryCode }) =>
    countryCode ? { sentence: i18n.t("call.exact.noRate", { country: countryOf(countryCode) }) } : {},
  caller_id_not_allowed: ({ callerId }) =>
    callerId === undefined ? {} : { sentence: i18n.t("call.exact.callerId", { number: callerId }) },
  too_many_calls: tooManyWords,
  rate_too_high: rateWords,
  insufficient_balance: balanceWords,
  spending_limit: limitWords,
  too_many_requests: ({ perMinute }) => (perMinute === undefined ? {} : { cause: counted("call.exact.requests", perMinute) }),
  contact_exists: ({ contactName }) =>
    contactName === undefined ? {} : { sentence: i18n.t("call.exact.contact", { name: contactName }) },
  internal_error: ({ requestId }) => (requestId === undefined ? {} : { wayOut: i18n.t("call.exact.lookFor", { id: requestId }) }),
  unexpected_answer: ({ detail }) => (detail === undefined ? {} : { sentence: detail }),
  sdk_error: ({ sdkCode }) => (sdkCode === undefined ? {} : { sentence: i18n.t("call.exact.sdk", { code: String(sdkCode) }) }),
};

function signInWords({ signIn }: Failure): Partial<FailureWords> {
  if (signIn === undefined) return {};
  return { sentence: i18n.t(`call.signIn.${signIn}.sentence`), wayOut: i18n.t(`call.signIn.${signIn}.wayOut`) };
}

function invalidNumberWords({ invalid }: Failure): Partial<FailureWords> {
  if (invalid === undefined) return {};
  return { sentence: i18n.t(`call.invalid.${invalid}.sentence`), wayOut: i18n.t(`call.invalid.${invalid}.wayOut`) };
}

function blockedWords({ blocked, countries = [], countryCode }: Failure): Partial<FailureWords> {
  if (blocked === undefined) return {};
  if (blocked === "country") {
    const allowed = new Intl.ListFormat(language).format(countries.map(countryOf));
    return {
      sentence: countryCode
        ? i18n.t("call.blocked.country", { country: countryOf(countryCode) })
        : i18n.t("call.blocked.noCountry"),
      cause: allowed ? i18n.t("call.blocked.only", { countries: allowed }) : i18n.t("call.blocked.nowhere"),
    };
  }
  return {
    sentence: i18n.t(`call.blocked.${blocked}.sentence`),
    cause: i18n.t(`call.blocked.${blocked}.cause`),
    wayOut: i18n.t(`call.blocked.${blocked}.wayOut`),
  };
}

function tooManyWords({ maxConcurrentCalls }: Failure): Partial<FailureWords> {
  if (maxConcurrentCalls === undefined) return {};
  if (maxConcurrentCalls > 0) return { sentence: counted("call.exact.atOnce", maxConcurrentCalls) };
  return { sentence: i18n.t("call.exact.noCalls"), wayOut: i18n.t("call.exact.askOwner") };
}

function rateWords({ perMinuteMicros, maxPerMinuteMicros }: Failure): Partial<FailureWords> {
  if (perMinuteMicros === undefined || maxPerMinuteMicros === undefined) return {};
  return { sentence: i18n.t("call.exact.rate", { price: fine(perMinuteMicros), limit: fine(maxPerMinuteMicros) }) };
}

function balanceWords({ neededMicros, availableMicros, heldMicros, heldByCallTo }: Failure): Partial<FailureWords> {
  if (neededMicros === undefined || availableMicros === undefined) return {};
  const sentence = i18n.t("call.exact.needs", { needed: fine(neededMicros), available: fine(availableMicros) });
  if (heldMicros === undefined || heldMicros === 0) return { sentence };
  const held = fine(heldMicros);
  return heldByCallTo === undefined
    ? { sentence, cause: i18n.t("call.exact.callsHold", { held }), wayOut: i18n.t("call.exact.endOne") }
    : { sentence, cause: i18n.t("call.exact.callHolds", { who: heldByCallTo, held }), wayOut: i18n.t("call.exact.endIt") };
}

function limitWords({ neededMicros, limit, limitMicros, leftMicros }: Failure): Partial<FailureWords> {
  if (neededMicros === undefined || limit === undefined || limitMicros === undefined) return {};
  const sums = { price: fine(neededMicros), limit: fine(limitMicros) };
  if (limit === "per_call") return { sentence: i18n.t("call.exact.perCall", sums) };
  if (leftMicros === undefined) return {};
  return {
    sentence: i18n.t("call.exact.perDay", { ...sums, left: fine(leftMicros) }),
    wayOut: i18n.t("call.exact.dayBegins"),
  };
}

function countryOf(code: string): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}

function fine(amount: Micros): string {
  return formatMoney(amount, { decimals: 4 });
}
