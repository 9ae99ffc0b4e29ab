import { i18n } from "#i18n";
import type { CallIssue } from "#shared/api/call-quality.ts";
import type { LiveQuality, QualityCause } from "../../quality/live-quality.ts";

export type QualityLevel = LiveQuality["level"];

export const levelWords: Record<QualityLevel, string> = {
  unmeasured: i18n.t("quality.level.unmeasured"),
  good: i18n.t("quality.level.good"),
  fair: i18n.t("quality.level.fair"),
  poor: i18n.t("quality.level.poor"),
};

/** What is wrong, in one sentence. */
export const causeWords: Record<QualityCause, string> = {
  packet_loss: i18n.t("quality.cause.packetLoss"),
  jitter: i18n.t("quality.cause.jitter"),
  delay: i18n.t("quality.cause.delay"),
  no_incoming_audio: i18n.t("quality.cause.noIncomingAudio"),
  no_outgoing_audio: i18n.t("quality.cause.noOutgoingAudio"),
  silent_microphone: i18n.t("quality.cause.silentMicrophone"),
};

/** What helps against it. */
export const adviceWords: Record<QualityCause, string> = {
  packet_loss: i18n.t("quality.advice.packetLoss"),
  jitter: i18n.t("quality.advice.jitter"),
  delay: i18n.t("quality.advice.delay"),
  no_incoming_audio: i18n.t("quality.advice.noIncomingAudio"),
  no_outgoing_audio: i18n.t("quality.advice.noOutgoingAudio"),
  silent_microphone: i18n.t("quality.advice.silentMicrophone"),
};

export const issueWords: Record<CallIssue, string> = {
  "audio-latency": i18n.t("quality.feedback.issue.audioLatency"),
  "choppy-audio": i18n.t("quality.feedback.issue.choppyAudio"),
  "dropped-call": i18n.t("quality.feedback.issue.droppedCall"),
  echo: i18n.t("quality.feedback.issue.echo"),
  "imperfect-audio": i18n.t("quality.feedback.issue.imperfectAudio"),
  "noisy-call": i18n.t("quality.feedback.issue.noisyCall"),
  "one-way-audio": i18n.t("quality.feedback.issue.oneWayAudio"),
};
