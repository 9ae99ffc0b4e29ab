import { i18n } from "#i18n";
import { micros } from "#shared/money.ts";
import { formatTalkTime } from "../../ui/format-duration.ts";
import { formatMoney } from "../../ui/format-money.ts";
import { language } from "../../ui/language.ts";

export const measures = ["calls", "talk", "cost"] as const;
/** What a chart counts. */
export type Measure = (typeof measures)[number];

interface Figures {
  calls: number;
  talkSeconds: number;
  chargedMicros: number;
}

export function amountOf(measure: Measure, { calls, talkSeconds, chargedMicros }: Figures): number {
  return { calls, talk: talkSeconds, cost: chargedMicros }[measure];
}

export function measureText(measure: Measure): string {
  return i18n.t(`history.measure.${measure}`);
}

/** An amount on a chart's axis, as short as it can be. */
export function amountText(measure: Measure, amount: number): string {
  switch (measure) {
    case "calls":
      return new Intl.NumberFormat(language).format(amount);
    case "talk":
      return formatTalkTime(amount);
    case "cost":
      return formatMoney(micros(Math.round(amount)), { decimals: amount < 100_000 && amount > 0 ? 4 : 2 });
  }
}
