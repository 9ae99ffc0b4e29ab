import { i18n } from "#i18n";
import type { Limits } from "#shared/api/limits.ts";
import type { Micros } from "#shared/money.ts";
import { countryName } from "#shared/phone-number.ts";
import { counted } from "../../ui/counted.ts";
import { formatBalance } from "../../ui/format-balance.ts";
import { language } from "../../ui/language.ts";

/** What an account may do, in a few sentences: "At most $5.00 a call, $20.00 a day. Up to 3 calls at once. Only Germany." */
export function limitsText(limits: Limits): string {
  return [spending(limits), concurrency(limits), destinations(limits)].filter(Boolean).join(" ");
}

function spending({ maxPerCallMicros, maxPerDayMicros, maxPerMinuteMicros }: Limits): string {
  const most = [
    maxPerCallMicros !== null && i18n.t("wallet.limits.perCall", amountOf(maxPerCallMicros)),
    maxPerDayMicros !== null && i18n.t("wallet.limits.perDay", amountOf(maxPerDayMicros)),
    i18n.t("wallet.limits.perMinute", amountOf(maxPerMinuteMicros)),
  ].filter((limit) => limit !== false);
  return i18n.t("wallet.limits.atMost", { amounts: new Intl.ListFormat(language, { type: "unit" }).format(most) });
}

function amountOf(amount: Micros): { amount: string } {
  return { amount: formatBalance(amount) };
}

function concurrency({ maxConcurrentCalls }: Limits): string {
  return maxConcurrentCalls === 0 ? i18n.t("wallet.limits.noCalls") : counted("wallet.limits.atOnce", maxConcurrentCalls);
}

function destinations({ countries }: Limits): string {
  if (countries === null) return "";
  if (countries.length === 0) return i18n.t("wallet.limits.noCountry");
  const names = countries.map((country) => countryName(country, language));
  return i18n.t("wallet.limits.countries", {
    countries: new Intl.ListFormat(language, { type: "conjunction" }).format(names),
  });
}
