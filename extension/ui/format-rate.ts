import { i18n } from "#i18n";
import type { Rate } from "#shared/price-call.ts";
import { formatMoney } from "./format-money.ts";

/** The price of a minute, as it is shown before and during a call: "$0.0140/min". */
export function formatRate(rate: Rate): string {
  return i18n.t("ui.perMinute", { amount: formatMoney(rate.perMinuteMicros, { decimals: 4 }) });
}
