import { i18n } from "#i18n";
import type { CallQuality } from "#shared/api/call-quality.ts";
import type { QualitySample } from "../../quality/quality-sample.ts";
import { language } from "../../ui/language.ts";

export interface Figure {
  name: string;
  text: string;
}

const score = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
const milliseconds = new Intl.NumberFormat(language, { style: "unit", unit: "millisecond", maximumFractionDigits: 0 });

/** A time in milliseconds, as the language writes it. */
export function formatMilliseconds(ms: number): string {
  return milliseconds.format(ms);
}

const words = {
  mos: i18n.t("quality.figure.score"),
  lossPercent: i18n.t("quality.figure.loss"),
  jitterMs: i18n.t("quality.figure.jitter"),
  rttMs: i18n.t("quality.figure.delay"),
};

const writers = {
  mos: (mos: number) => i18n.t("quality.scoreOfFive", { score: score.format(mos) }),
  lossPercent: (lost: number) => percent.format(lost / 100),
  jitterMs: formatMilliseconds,
  rttMs: formatMilliseconds,
};

const names = ["mos", "lossPercent", "jitterMs", "rttMs"] as const;

/** The figures of a second, those that are known. */
export function figuresOf(sample: QualitySample): Figure[] {
  return names.flatMap((name) => {
    const figure = sample[name];
    return figure === null ? [] : [{ name: words[name], text: writers[name](figure) }];
  });
}

/** The figures of a whole call: what they were on average, and what was the worst. */
export function recordFigures(record: CallQuality): Figure[] {
  return names.flatMap((name) => {
    const spread = record[name];
    if (spread === null) return [];
    // A low score is a bad one; of all else, much is.
    const worst = name === "mos" ? spread.min : spread.max;
    const text = i18n.t("quality.averageAndWorst", { average: writers[name](spread.average), worst: writers[name](worst) });
    return [{ name: words[name], text }];
  });
}
