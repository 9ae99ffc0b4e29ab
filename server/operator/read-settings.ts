import { parseDollars, type Micros } from "#shared/money.ts";
import { countryCodeSchema, type CountryCode } from "#shared/phone-number.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { AccountSettings } from "../store/store.ts";

interface Setting {
  /** Undefined for what cannot be understood. */
  read(text: string): Partial<AccountSettings> | undefined;
  expected: string;
}

const settings = {
  "per-day": {
    read: (text) => andThen(readLimit(text), (maxPerDayMicros) => ({ maxPerDayMicros })),
    expected: "Write dollars such as 20.00, or none for no limit.",
  },
  "per-call": {
    read: (text) => andThen(readLimit(text), (maxPerCallMicros) => ({ maxPerCallMicros })),
    expected: "Write dollars such as 5.00, or none for no limit.",
  },
  "per-minute": {
    read: (text) => andThen(readDollars(text), (maxPerMinuteMicros) => ({ maxPerMinuteMicros })),
    expected: "Write dollars such as 0.50.",
  },
  "calls-at-once": {
    read: (text) => (/^\d{1,3}$/.test(text) ? { maxConcurrentCalls: Number(text) } : undefined),
    expected: "Write a whole number from 0 to 999; 0 lets nobody call.",
  },
  countries: {
    read: (text) => andThen(readCountries(text), (countries) => ({ countries })),
    expected: "Write two-letter codes such as US,DE, or all.",
  },
  "low-balance": {
    read: (text) => andThen(readDollars(text), (lowBalanceMicros) => ({ lowBalanceMicros })),
    expected: "Write dollars such as 5.00; 0 tells never.",
  },
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;

/** Reads what an operator wrote for some of a wallet's settings, or says which one cannot be understood and what is expected. */
export function readSettings(written: { [name in SettingName]?: string | undefined }): Result<Partial<AccountSettings>, string> {
  const all: Partial<AccountSettings> = {};
  for (const [name, setting] of Object.entries<Setting>(settings)) {
    const text = written[name as SettingName];
    if (text === undefined) continue;
    const read = setting.read(text);
    if (read === undefined) return err(`--${name} ${text} cannot be understood. ${setting.expected}`);
    Object.assign(all, read);
  }
  return ok(all);
}

function andThen<Read, Next>(read: Read | undefined, next: (read: Read) => Next): Next | undefined {
  return read === undefined ? undefined : next(read);
}

function readDollars(text: string): Micros | undefined {
  const amount = parseDollars(text);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

function readLimit(text: string): Micros | null | undefined {
  return text === "none" ? null : readDollars(text);
}

function readCountries(text: string): CountryCode[] | null | undefined {
  if (text === "all") return null;
  const codes = text.split(",").map((code) => countryCodeSchema.safeParse(code.trim().toUpperCase()));
  const known = codes.flatMap((code) => (code.success ? [code.data] : []));
  return known.length === codes.length ? [...new Set(known)] : undefined;
}
