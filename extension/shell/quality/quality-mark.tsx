import { i18n } from "#i18n";
import { useId } from "react";
import { causeOf, type LiveQuality } from "../../quality/live-quality.ts";
import { CopyDiagnostics } from "../diagnostics/copy-diagnostics.tsx";
import { FigureList } from "./figure-list.tsx";
import { figuresOf } from "./figures.ts";
import { QualityBars } from "./quality-bars.tsx";
import "./quality-mark.css";
import { adviceWords, causeWords, levelWords } from "./quality-words.ts";

/**
 * How the call sounds, as bars that open to words, figures and what helps. It is no live region: what a person must know at once is
 * said beside it, once, and this one changes in silence.
 */
export function QualityMark({ quality }: { quality: LiveQuality }) {
  const id = useId();
  const cause = causeOf(quality);
  const level = levelWords[quality.level];
  const figures = "figures" in quality ? quality.figures : undefined;
  return (
    <>
      <button
        type="button"
        className="quality-mark"
        popoverTarget={id}
        aria-label={i18n.t("quality.label", { level })}
        title={i18n.t("quality.label", { level })}
        data-level={quality.level}
      >
        <QualityBars level={quality.level} />
        {cause && <span aria-hidden="true">{level}</span>}
      </button>
      <section id={id} popover="auto" className="quality-details" aria-label={i18n.t("quality.details")}>
        <p className="quality-details-title">{cause ? causeWords[cause] : i18n.t("quality.label", { level })}</p>
        <p>
          {cause ? adviceWords[cause] : i18n.t(quality.level === "good" ? "quality.advice.good" : "quality.advice.unmeasured")}
        </p>
        {figures && <FigureList figures={figuresOf(figures)} />}
        <CopyDiagnostics />
      </section>
    </>
  );
}
