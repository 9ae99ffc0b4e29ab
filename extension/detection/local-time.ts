import { isQuietHour, type QuietHours } from "../platform/quiet-hours.ts";

/** What a clock says where a number rings. */
export interface LocalTime {
  /** "07:12", "07:12–10:12" where the number spans zones, with the days where they are not the reader's. */
  text: string;
  /** Whether people there want to be left alone: everywhere, in a part of it, or nowhere. */
  quiet: "all" | "some" | "none";
}

export interface LocalTimeOptions {
  nowMs: number;
  language: string;
  quietHours: QuietHours | "off";
  /** Where the reader is; the browser's own zone unless a test says otherwise. */
  ownZone?: string;
}

/** A range this wide says nothing about when to call. */
const widestRangeMs = 6 * 60 * 60 * 1000;

/** The time in a number's zones; undefined when there are none, or so many that it would mean nothing. */
export function localTimeOf(zones: readonly string[], options: LocalTimeOptions): LocalTime | undefined {
  const { nowMs, language, quietHours, ownZone } = options;
  const clocks = zones.map((zone) => readClock(nowMs, zone)).toSorted((one, other) => one.wallMs - other.wallMs);
  const earliest = clocks[0];
  const latest = clocks.at(-1);
  if (!earliest || !latest || latest.wallMs - earliest.wallMs > widestRangeMs) return undefined;
  const today = readClock(nowMs, ownZone).day;
  const isOtherDay = earliest.day !== today || latest.day !== today;
  const write = ({ zone }: Clock) => format(nowMs, { zone, language, withDay: isOtherDay });
  const quietCount = quietHours === "off" ? 0 : clocks.filter(({ hour }) => isQuietHour(hour, quietHours)).length;
  return {
    text: earliest.wallMs === latest.wallMs ? write(earliest) : `${write(earliest)}–${write(latest)}`,
    quiet: quietCount === 0 ? "none" : quietCount === clocks.length ? "all" : "some",
  };
}

interface Clock {
  zone: string | undefined;
  /** What the clock shows, as if it were UTC: clocks are compared by it. */
  wallMs: number;
  day: number;
  hour: number;
}

function readClock(nowMs: number, zone: string | undefined): Clock {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(nowMs);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const day = Date.UTC(read("year"), read("month") - 1, read("day"));
  const hour = read("hour");
  return { zone, wallMs: day + (hour * 60 + read("minute")) * 60_000, day, hour };
}

function format(nowMs: number, { zone, language, withDay }: { zone: string | undefined; language: string; withDay: boolean }) {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(nowMs);
  const time = write({ timeStyle: "short" });
  return withDay ? `${write({ weekday: "short" })} ${time}` : time;
}
