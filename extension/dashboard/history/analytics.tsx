import { i18n } from "#i18n";
import { useId, useState } from "react";
import type { CallStatistics } from "#shared/api/call-statistics.ts";
import { outcomeOf } from "../../shell/call-outcome.ts";
import { LoadFailure } from "../../shell/load-failure.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { useCallStatistics } from "./history-queries.ts";
import { countryText } from "./history-filters.tsx";
import { queryOf, type HistoryView } from "./history-view.ts";
import { measures, measureText, type Measure } from "./measures.ts";
import { PeriodChart } from "./period-chart.tsx";
import { periodText } from "./period-text.ts";
import { Segments } from "./segments.tsx";
import { isTooFine, suitPeriod } from "./suit-period.ts";

interface AnalyticsProps {
  view: HistoryView;
  /** What the calls that are wanted come to, without periods. */
  summed: CallStatistics;
  onChange: (change: Partial<HistoryView>) => void;
}

/** When, where, whom and how: each as a chart and as a table of the same figures. */
export function Analytics({ view, summed, onChange }: AnalyticsProps) {
  return (
    <>
      <ByPeriod view={view} summed={summed} onChange={onChange} />
      <div className="analytics-tables">
        <section>
          <h2>{i18n.t("history.by.country")}</h2>
          <FiguresTable
            caption={i18n.t("history.by.country")}
            head={i18n.t("history.detail.country")}
            hasBars
            rows={summed.byCountry.map(({ countryCode, ...figures }) => {
              const name = countryText(countryCode);
              const choose = () => onChange({ country: countryCode ?? "none" });
              return Object.assign({ key: name, name: <Narrow name={name} onChoose={choose} /> }, figures);
            })}
          />
        </section>
        <section>
          <h2>{i18n.t("history.by.contact")}</h2>
          <FiguresTable
            caption={i18n.t("history.by.contact")}
            head={i18n.t("history.detail.contact")}
            hasBars
            rows={summed.byContact.map(({ contactId, contactName, ...figures }) => {
              const name = contactName ?? i18n.t("history.detail.nobody");
              const choose = () => onChange({ contactId: contactId ?? undefined });
              const shown = contactId ? <Narrow name={name} onChoose={choose} /> : <span className="faint">{name}</span>;
              return Object.assign({ key: contactId ?? "", name: shown }, figures);
            })}
          />
        </section>
        <section>
          <h2>{i18n.t("history.by.status")}</h2>
          <FiguresTable
            caption={i18n.t("history.by.status")}
            head={i18n.t("history.detail.status")}
            hasBars
            rows={summed.byStatus.map(({ status, ...figures }) =>
              Object.assign({ key: status, name: outcomeOf({ status, reason: null }).label }, figures),
            )}
          />
        </section>
      </div>
    </>
  );
}

/** A row's name, which narrows everything down to it. */
function Narrow({ name, onChoose }: { name: string; onChoose: () => void }) {
  return (
    <button type="button" className="button button-link" onClick={onChoose}>
      {name}
    </button>
  );
}

function ByPeriod({ view, summed, onChange }: AnalyticsProps) {
  const id = useId();
  const [measure, setMeasure] = useState<Measure>("calls");
  const range = rangeShown(view, summed);
  const by = view.by && !isTooFine(view.by, range) ? view.by : suitPeriod(range);
  const statistics = useCallStatistics(queryOf(view), by);
  const series = statistics.data?.series;
  return (
    <section className="by-period">
      <div className="page-head">
        <h2>{i18n.t(`history.by.${by}`)}</h2>
        <Segments
          label={i18n.t("history.chart.measure")}
          options={measures.map((value) => ({ value, text: measureText(value) }))}
          value={measure}
          onChoose={setMeasure}
        />
        <Segments
          label={i18n.t("history.chart.period")}
          options={(["day", "week", "month"] as const)
            .filter((value) => !isTooFine(value, range))
            .map((value) => ({ value, text: i18n.t(`history.period.${value}`) }))}
          value={by}
          onChoose={(value) => onChange({ by: value })}
        />
      </div>
      {statistics.error && <LoadFailure error={statistics.error} retry={statistics.refetch} />}
      {series ? (
        <>
          <PeriodChart series={series} by={by} measure={measure} describedBy={id} />
          {measure === "calls" && (
            <p className="chart-legend">
              <span className="chart-key" aria-hidden="true" />
              {i18n.t("history.totals.answered")}
              <span className="chart-key chart-key-missed" aria-hidden="true" />
              {i18n.t("history.chart.missed")}
            </p>
          )}
          <details className="chart-table">
            <summary>{i18n.t("history.chart.asTable")}</summary>
            <FiguresTable
              id={id}
              caption={i18n.t(`history.by.${by}`)}
              head={i18n.t(`history.period.${by}`)}
              rows={series.map((period) =>
                Object.assign({ key: period.day, name: periodText(period.day, by, "long") }, figuresOf(period)),
              )}
            />
          </details>
        </>
      ) : (
        !statistics.error && <SkeletonRows count={4} />
      )}
    </section>
  );
}

function figuresOf({ calls, answered, talkSeconds, chargedMicros }: NonNullable<CallStatistics["series"]>[number]) {
  return { calls, answered, talkSeconds, chargedMicros };
}

/** From the first day asked for, or the first call there is, to the last day asked for, or now. */
function rangeShown(view: HistoryView, { firstCallAt }: CallStatistics): { fromMs: number; toMs: number } {
  const { from, to } = queryOf(view);
  const nowMs = Date.now();
  const toMs = to === undefined ? nowMs : Date.parse(to);
  return { fromMs: Date.parse(from ?? firstCallAt ?? new Date(toMs).toISOString()), toMs };
}
