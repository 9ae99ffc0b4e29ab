import { i18n } from "#i18n";
import type { CallIssue, QualityWarning } from "#shared/api/call-quality.ts";
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
  muted_microphone: i18n.t("quality.cause.mutedMicrophone"),
};

/** What helps against it. */
export const adviceWords: Record<QualityCause, string> = {
  packet_loss: i18n.t("quality.advice.packetLoss"),
  jitter: i18n.t("quality.advice.jitter"),
  delay: i18n.t("quality.advice.delay"),
  no_incoming_audio: i18n.t("quality.advice.noIncomingAudio"),
  no_outgoing_audio: i18n.t("quality.advice.noOutgoingAudio"),
  silent_microphone: i18n.t("quality.advice.silentMicrophone"),
  muted_microphone: i18n.t("quality.advice.mutedMicrophone"),
};

export const warningWords: Record<QualityWarning, string> = {
  "high-rtt": i18n.t("quality.warning.highRtt"),
  "high-jitter": i18n.t("quality.warning.highJitter"),
  "high-packet-loss": i18n.t("quality.warning.packetLoss"),
  "high-packets-lost-fraction": i18n.t("quality.warning.packetLoss"),
  "low-mos": i18n.t("quality.warning.lowScore"),
  "low-bytes-received": i18n.t("quality.warning.nothingIn"),
  "low-bytes-sent": i18n.t("quality.warning.nothingOut"),
  "constant-audio-input-level": i18n.t("quality.warning.silentMicrophone"),
  "constant-audio-output-level": i18n.t("quality.warning.silentOtherSide"),
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
