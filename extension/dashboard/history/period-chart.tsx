import { i18n } from "#i18n";
import { Axis } from "@visx/axis";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { useId, useRef } from "react";
import type { CallStatistics } from "#shared/api/call-statistics.ts";
import { direction } from "../../ui/language.ts";
import type { PeriodChoice } from "./history-view.ts";
import { amountOf, amountText, measureText, type Measure } from "./measures.ts";
import { periodText } from "./period-text.ts";
import { useWidth } from "./use-width.ts";

type Series = NonNullable<CallStatistics["series"]>;

interface PeriodChartProps {
  series: Series;
  by: PeriodChoice;
  measure: Measure;
  /** The id of the table that says the same in figures. */
  describedBy: string;
}

const height = 240;
const [top, bottom, side] = [12, 28, 72];
const labelWidth = 64;

/** A bar a period. Of calls, those that nobody answered are hatched, so that it takes no colour to tell. */
export function PeriodChart({ series, by, measure, describedBy }: PeriodChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  return (
    <div ref={place} className="chart-place" dir="ltr">
      {width > 0 && <Chart {...{ series, by, measure, describedBy, width }} />}
    </div>
  );
}

function Chart({ series, by, measure, describedBy, width }: PeriodChartProps & { width: number }) {
  const hatch = useId();
  const isMirrored = direction === "rtl";
  const [first, last] = isMirrored ? [width - side, 0] : [side, width];
  const most = Math.max(...series.map((period) => amountOf(measure, period)), 1);
  const across = scaleBand({ domain: series.map(({ day }) => day), range: [first, last], paddingInner: 0.25, paddingOuter: 0.1 });
  const up = scaleLinear({ domain: [0, most], range: [height - bottom, top], nice: true });
  const ticks = measure === "calls" ? up.ticks(4).filter(Number.isInteger) : up.ticks(4);
  return (
    <svg
      className="chart"
      width={width}
      height={height}
      role="img"
      aria-label={i18n.t("history.chart.label", { measure: measureText(measure) })}
      aria-describedby={describedBy}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="chart-hatch-ground" width="6" height="6" />
          <rect className="chart-hatch-line" width="2.5" height="6" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <line
          key={tick}
          className="chart-line"
          x1={Math.min(first, last)}
          x2={Math.max(first, last)}
          y1={up(tick)}
          y2={up(tick)}
        />
      ))}
      {series.map((period) => {
        const amount = amountOf(measure, period);
        const solid = measure === "calls" ? period.answered : amount;
        const at = { x: across(period.day) ?? 0, width: across.bandwidth() };
        return (
          <g key={period.day}>
            <title>{`${periodText(period.day, by, "long")}: ${amountText(measure, amount)}`}</title>
            <Bar {...at} className="chart-bar" y={up(solid)} height={up(0) - up(solid)} />
            {amount > solid && (
              <Bar {...at} className="chart-bar-missed" fill={`url(#${hatch})`} y={up(amount)} height={up(solid) - up(amount)} />
            )}
          </g>
        );
      })}
      <Axis
        orientation={isMirrored ? "right" : "left"}
        scale={up}
        left={first}
        tickValues={ticks}
        tickFormat={(tick) => amountText(measure, Number(tick))}
        tickLabelProps={() => ({ className: "chart-label", textAnchor: isMirrored ? "start" : "end", dy: "0.32em" })}
        hideAxisLine
        hideTicks
      />
      <Axis
        orientation="bottom"
        scale={across}
        top={height - bottom}
        tickValues={everySo(series, Math.floor((width - side) / labelWidth))}
        tickFormat={(day) => periodText(day, by, "short")}
        tickLabelProps={() => ({ className: "chart-label", textAnchor: "middle" })}
        axisLineClassName="chart-line"
        hideTicks
      />
    </svg>
  );
}

/** So many of the days, evenly, that their names do not run into each other. */
function everySo(series: Series, most: number): string[] {
  const step = Math.max(1, Math.ceil(series.length / Math.max(1, most)));
  return series.flatMap(({ day }, place) => (place % step === 0 ? [day] : []));
}
