import { i18n } from "#i18n";
import type { CallTotals } from "#shared/api/call-statistics.ts";
import { counted } from "../../ui/counted.ts";
import { formatTalkTime, speakDuration } from "../../ui/format-duration.ts";
import { formatMoney } from "../../ui/format-money.ts";
import { language } from "../../ui/language.ts";

const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });

/** What the calls that are shown come to, on one line. */
export function HistoryTotals({ totals }: { totals: CallTotals }) {
  return (
    <dl className="history-totals figures" aria-label={i18n.t("history.totals.label")}>
      <Total name={i18n.t("history.totals.calls")} value={new Intl.NumberFormat(language).format(totals.calls)} />
      <Total
        name={i18n.t("history.totals.answered")}
        value={`${new Intl.NumberFormat(language).format(totals.answered)}${totals.answerRate === null ? "" : ` (${percent.format(totals.answerRate)})`}`}
      />
      <Total
        name={i18n.t("history.totals.talk")}
        value={formatTalkTime(totals.talkSeconds)}
        title={speakDuration(totals.talkSeconds)}
      />
      {totals.averageTalkSeconds !== null && (
        <Total name={i18n.t("history.totals.average")} value={formatTalkTime(Math.round(totals.averageTalkSeconds))} />
      )}
      <Total name={i18n.t("history.totals.cost")} value={formatMoney(totals.chargedMicros, { decimals: 4 })} />
    </dl>
  );
}

function Total({ name, value, title }: { name: string; value: string; title?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={title}>{value}</dd>
    </div>
  );
}

/** How many calls a list shows, for ears, whenever it changes. */
export function totalsSentence(totals: CallTotals): string {
  return counted("history.totals.found", totals.calls);
}
