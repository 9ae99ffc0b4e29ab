import { i18n } from "#i18n";
import { gradeSample } from "../../quality/grade-sample.ts";
import type { NetworkTestResult } from "../../quality/network-test-result.ts";
import { refusalWords } from "../microphone/refusal-words.ts";
import { figuresOf, formatMilliseconds, type Figure } from "../quality/figures.ts";
import { adviceWords } from "../quality/quality-words.ts";

export interface NetworkTestWords {
  tone: "good" | "heed" | "problem";
  verdict: string;
  /** What helps; undefined when nothing has to. */
  advice: string | undefined;
  /** How each step of a call went, and what was measured. */
  lines: Figure[];
}

type Failed = Extract<NetworkTestResult, { status: "failed" }>;
type Done = Extract<NetworkTestResult, { status: "done" }>;

/** A test's result in words. */
export function networkTestWords(result: NetworkTestResult): NetworkTestWords {
  return result.status === "done" ? doneWords(result) : failedWords(result);
}

function doneWords({ figures, signallingMs, mediaMs, hasHeard }: Done): NetworkTestWords {
  const { grade, cause } = gradeSample(figures);
  const verdict = {
    good: i18n.t("quality.test.verdict.good"),
    fair: i18n.t("quality.test.verdict.fair"),
    poor: i18n.t("quality.test.verdict.poor"),
  };
  const advice = grade === "good" ? undefined : adviceWords[cause];
  return {
    tone: grade === "good" && hasHeard ? "good" : "heed",
    verdict: verdict[grade],
    advice: advice ?? (hasHeard ? undefined : i18n.t("quality.test.advice.silentMicrophone")),
    lines: [
      lineOf.microphone(hasHeard ? i18n.t("quality.test.heard") : i18n.t("quality.test.silent")),
      lineOf.signalling(i18n.t("quality.test.reachedAfter", { time: formatMilliseconds(signallingMs) })),
      ...(mediaMs === undefined ? [] : [lineOf.media(i18n.t("quality.test.flowsAfter", { time: formatMilliseconds(mediaMs) }))]),
      ...figuresOf(figures),
    ],
  };
}

const lineOf = {
  microphone: (text: string): Figure => ({ name: i18n.t("quality.test.microphone"), text }),
  signalling: (text: string): Figure => ({ name: i18n.t("quality.test.signalling"), text }),
  media: (text: string): Figure => ({ name: i18n.t("quality.test.media"), text }),
};

const notTested = i18n.t("quality.test.notTested");

function failedWords(failed: Failed): NetworkTestWords {
  switch (failed.at) {
    case "microphone":
      return {
        tone: "problem",
        verdict: i18n.t("quality.test.verdict.microphone"),
        advice: refusalWords[failed.refusal],
        lines: [lineOf.microphone(i18n.t("quality.test.refused")), lineOf.signalling(notTested), lineOf.media(notTested)],
      };
    case "server":
      return {
        tone: "problem",
        verdict: i18n.t("quality.test.verdict.server"),
        advice: i18n.t("quality.test.advice.server"),
        lines: [lineOf.signalling(notTested), lineOf.media(notTested)],
      };
    case "signalling":
      return {
        tone: "problem",
        verdict: i18n.t("quality.test.verdict.signalling"),
        advice: i18n.t("quality.test.advice.signalling"),
        lines: [lineOf.signalling(i18n.t("quality.test.notReached")), lineOf.media(notTested)],
      };
    case "media":
      return {
        tone: "problem",
        verdict: i18n.t("quality.test.verdict.media"),
        advice: i18n.t("quality.test.advice.media"),
        lines: [lineOf.media(i18n.t("quality.test.noSound"))],
      };
    case "too_often":
      return { tone: "heed", verdict: i18n.t("quality.test.verdict.tooOften"), advice: undefined, lines: [] };
    case "stopped":
      return { tone: "heed", verdict: i18n.t("quality.test.verdict.stopped"), advice: undefined, lines: [] };
  }
}
