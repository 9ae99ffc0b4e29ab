import { language as ownLanguage } from "./language.ts";

const secondsPerHour = 3600;

/** A call's length on a display: "00:07", "59:59", then "1:00:00". Takes whole seconds; anything less is cut. */
export function formatDuration(durationSeconds: number): string {
  const seconds = Math.max(0, Math.floor(durationSeconds));
  const clock = [Math.floor((seconds % secondsPerHour) / 60), seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return seconds < secondsPerHour ? clock : `${Math.floor(seconds / secondsPerHour)}:${clock}`;
}

/** A call's length in words, for ears: "1 minute, 5 seconds". */
export function speakDuration(durationSeconds: number, language = ownLanguage): string {
  const seconds = Math.max(0, Math.floor(durationSeconds));
  const parts: [number, "hour" | "minute" | "second"][] = [
    [Math.floor(seconds / secondsPerHour), "hour"],
    [Math.floor((seconds % secondsPerHour) / 60), "minute"],
    [seconds % 60, "second"],
  ];
  const said = parts.filter(([count, unit]) => count > 0 || (unit === "second" && seconds === 0));
  return join(
    language,
    "long",
    said.map(([value, unit]) => unitFormat(language, unit, "long").format(value)),
  );
}

/**
 * How long a balance lasts, in as few words as help to decide: "45 sec", "12 min", "11 hr 54 min", "16 days".
 * Cut, never rounded up: it is a promise of talk.
 */
export function formatTalkTime(affordableSeconds: number, language = ownLanguage): string {
  const seconds = Math.max(0, Math.floor(affordableSeconds));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const unit = (value: number, name: "day" | "hour" | "minute" | "second") => unitFormat(language, name, "short").format(value);
  if (seconds < 60) return unit(seconds, "second");
  if (hours < 1) return unit(minutes, "minute");
  if (hours >= 48) return unit(Math.floor(hours / 24), "day");
  return minutes % 60 === 0 ? unit(hours, "hour") : join(language, "narrow", [unit(hours, "hour"), unit(minutes % 60, "minute")]);
}

function unitFormat(language: string, unit: string, unitDisplay: "long" | "short") {
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay });
}

function join(language: string, style: "long" | "narrow", parts: string[]): string {
  return new Intl.ListFormat(language, { type: "unit", style }).format(parts);
}
