import type { ServerInfo } from "#shared/api/server-info.ts";
import type { LogEntry } from "../../call/call-log.ts";
import type { CallSnapshot } from "../../call/call-snapshot.ts";
import type { Session } from "../../platform/session-store.ts";
import type { AudioSettings, Settings, VoiceProcessing } from "../../platform/settings.ts";
import type { QualitySample } from "../../quality/quality-sample.ts";
import type { CallQuality } from "#shared/api/call-quality.ts";
import { causeOf } from "../../quality/live-quality.ts";

/** What a report is made of, as the extension has it: with all that must not be told. */
export interface DiagnosticFacts {
  nowMs: number;
  extensionVersion: string;
  voiceSdkVersion: string;
  /** Brand and version of the browser, and the system that it runs on. */
  browser: { brand: string; version: string; platform: string };
  microphone: PermissionState | "unknown";
  settings: Settings;
  session: Session | undefined;
  /** What the server says of itself; undefined when it does not answer. */
  serverInfo: ServerInfo | undefined;
  snapshot: CallSnapshot;
  log: readonly LogEntry[];
}

/**
 * A report for whoever helps: versions, codes and figures, one a line, in English, which helpers share. It takes what it tells one by
 * one and nothing as it comes, so that no number, name, address or secret is ever in it.
 */
export function writeDiagnostics(facts: DiagnosticFacts): string {
  return [
    "Ringback diagnostics",
    ...versionLines(facts),
    ...settingLines(facts),
    ...callLines(facts.snapshot),
    "Log (UTC):",
    ...facts.log.map(({ atMs, event }) => `  ${momentOf(atMs)} ${event}`),
  ].join("\n");
}

function versionLines({ nowMs, extensionVersion, voiceSdkVersion, browser, serverInfo }: DiagnosticFacts): string[] {
  return [
    `Made: ${momentOf(nowMs)}`,
    `Extension: ${versionOf(extensionVersion)}`,
    `Voice SDK: ${versionOf(voiceSdkVersion)}`,
    `Browser: ${browser.brand} ${versionOf(browser.version)} on ${browser.platform}`,
    `Server: ${serverInfo ? `${versionOf(serverInfo.version)}, carrier ${serverInfo.carrier}` : "does not answer"}`,
  ];
}

function settingLines({ settings, session, microphone }: DiagnosticFacts): string[] {
  return [
    `Server address: ${kindOfAddress(session?.serverUrl ?? settings.serverUrl)}`,
    `Signed in: ${session ? "yes" : "no"}`,
    `Microphone: ${microphone}`,
    `Devices: ${deviceLine(settings.audio)}`,
    `Voice treatment: ${treatmentLine(settings.audio.processing)}`,
    `Caller ID: ${settings.fromNumber ? "chosen" : "the account's default"}`,
    `Polling: every ${settings.pollIntervalMs} ms without a stream`,
    `Asks about sound: ${settings.asksAboutSound ? "yes" : "no"}`,
  ];
}

/** Which are chosen, and not what they are called: people name their headsets after themselves. */
function deviceLine({ microphone, speaker, ringtone }: AudioSettings): string {
  const choices = Object.entries({ microphone, speaker, ringtone });
  return choices.map(([name, choice]) => `${name} ${choice === "default" ? "default" : "chosen"}`).join(", ");
}

function treatmentLine({ noiseSuppression, echoCancellation, autoGainControl }: VoiceProcessing): string {
  const switches = Object.entries({ noise: noiseSuppression, echo: echoCancellation, gain: autoGainControl });
  return switches.map(([name, isOn]) => `${name} ${isOn ? "on" : "off"}`).join(", ");
}

function callLines({ state, freshness, profile, sound }: CallSnapshot): string[] {
  const failure = state.status === "failed" ? state.failure : undefined;
  return [
    `Call: ${state.status}`,
    ...(failure ? [`Failure: ${failure.code}${failure.sdkCode === undefined ? "" : `, SDK error ${failure.sdkCode}`}`] : []),
    ...("call" in state && state.call ? [`Server's word: ${state.call.status}, ${state.call.reason ?? "no reason"}`] : []),
    `Server news: ${freshness}, ${profile ? "profile known" : "no profile"}`,
    ...soundLines(sound),
  ];
}

function soundLines(sound: CallSnapshot["sound"]): string[] {
  switch (sound.phase) {
    case "none":
      return ["Sound: not measured"];
    case "talking": {
      const { quality } = sound;
      const figures = "figures" in quality && quality.figures ? `; ${sampleLine(quality.figures)}` : "";
      return [`Sound: ${[quality.level, causeOf(quality)].filter(Boolean).join(", ")}${figures}`];
    }
    case "over":
      return recordLines(sound.record);
  }
}

function sampleLine({ mos, lossPercent, jitterMs, rttMs }: QualitySample): string {
  return `MOS ${written(mos)}, loss ${written(lossPercent)} %, jitter ${written(jitterMs)} ms, round trip ${written(rttMs)} ms`;
}

function recordLines({ sampleCount, mos, lossPercent, jitterMs, rttMs, warnings }: CallQuality): string[] {
  const spreads = { MOS: mos, "loss %": lossPercent, "jitter ms": jitterMs, "round trip ms": rttMs };
  return [
    `Sound over ${sampleCount} s (average, least, most):`,
    ...Object.entries(spreads).map(
      ([name, spread]) => `  ${name}: ${spread ? [spread.average, spread.min, spread.max].map(written).join(", ") : "unknown"}`,
    ),
    `  warnings: ${warnings.map(({ name, count }) => `${name} ${count}`).join(", ") || "none"}`,
  ];
}

/** Two decimals tell all; and a figure off its scale would be as long as a phone number. */
function written(figure: number | null): string {
  return figure === null ? "unknown" : String(Math.min(Math.round(figure * 100) / 100, 99_999));
}

/** A version, if it is one: a server may say anything. */
function versionOf(version: string): string {
  return /^\d{1,5}(\.\d{1,5}){0,3}$/.test(version) ? version : "unknown";
}

/** Encrypted or not, on this machine or another, on the usual port or not: what a connection can fail by, and no more. */
function kindOfAddress(serverUrl: string): string {
  const url = URL.parse(serverUrl);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return "none that can be read";
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  return `${url.protocol === "https:" ? "https" : "http"}, ${isHere ? "this machine" : "another machine"}, ${url.port ? "a port of its own" : "the usual port"}`;
}

function momentOf(ms: number): string {
  return Number.isFinite(ms) && Math.abs(ms) < 8e15 ? new Date(ms).toISOString() : "unknown";
}
