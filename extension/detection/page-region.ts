import { isSupportedCountry } from "libphonenumber-js/max";
import type { CountryCode } from "#shared/phone-number.ts";
import { countryMentions } from "./country-mentions.ts";

/** What a page shows of the country it is made for. Everything but the user's country may be missing. */
export interface PageSignals {
  userCountry: CountryCode;
  host: string;
  /** `<html lang>`: "en-GB" */
  language: string;
  /** `og:locale`: "en_GB" */
  openGraphLocale: string;
  /** `addressCountry` of the page's structured data, as written there: "DE", "Germany". */
  addressCountries: readonly string[];
  /** Countries of the numbers that the page writes in international form, `tel:` links included, each as often as it occurs. */
  internationalNumbers: readonly CountryCode[];
  /** Text where addresses stand: footer, contact details. */
  addressText: string;
}

const weights = {
  topLevelDomain: 4,
  languageRegion: 2,
  language: 1,
  addressCountry: 4,
  internationalNumber: 1.5,
  mostInternationalNumbers: 4.5,
  mention: 1,
  mostMentions: 3,
  user: 1.5,
};

/** What a page's country was seen by: the strongest of its signs. */
export type RegionReason =
  | { from: "own" }
  /** ".de" */
  | { from: "domain"; domain: string }
  | { from: "language" }
  | { from: "address" }
  | { from: "other-numbers" };

/** A country in whose national form a page's numbers are probably written, and why. */
export interface PageRegion {
  country: CountryCode;
  reason: RegionReason;
}

interface Vote {
  country: CountryCode | undefined;
  weight: number;
  reason: RegionReason;
}

/**
 * The countries in whose national form a page's numbers are probably written, likeliest first: at most two,
 * and the user's own is among them unless the page speaks strongly for others.
 */
export function pageRegions(signals: PageSignals): CountryCode[] {
  return explainedRegions(signals).map(({ country }) => country);
}

/** The same, each with the sign that speaks loudest for it. */
export function explainedRegions(signals: PageSignals): PageRegion[] {
  const candidates = new Map<CountryCode, { weight: number; strongest: Vote }>();
  for (const vote of votesOf(signals)) {
    const { country, weight } = vote;
    if (!country) continue;
    const before = candidates.get(country);
    const strongest = before && before.strongest.weight >= weight ? before.strongest : vote;
    candidates.set(country, { weight: (before?.weight ?? 0) + weight, strongest });
  }
  return [...candidates]
    .toSorted(([, one], [, other]) => other.weight - one.weight)
    .slice(0, 2)
    .map(([country, { strongest }]) => ({ country, reason: strongest.reason }));
}

function votesOf(signals: PageSignals): Vote[] {
  const { host, language, openGraphLocale } = signals;
  const byLanguage = { from: "language" } as const;
  const byAddress = { from: "address" } as const;
  return [
    { country: signals.userCountry, weight: weights.user, reason: { from: "own" } },
    { country: countryOfHost(host), weight: weights.topLevelDomain, reason: { from: "domain", domain: topLevelDomain(host) } },
    { country: regionOfTag(language), weight: languageRegionWeight(language), reason: byLanguage },
    { country: regionOfTag(openGraphLocale), weight: languageRegionWeight(openGraphLocale), reason: byLanguage },
    { country: countryOfLanguage(language), weight: weights.language, reason: byLanguage },
    ...[...new Set(signals.addressCountries)].map((written) => ({
      country: countryMentions(written)[0]?.country ?? countryOfCode(written),
      weight: weights.addressCountry,
      reason: byAddress,
    })),
    ...[...counted(signals.internationalNumbers)].map(([country, count]) => ({
      country,
      weight: Math.min(count * weights.internationalNumber, weights.mostInternationalNumbers),
      reason: { from: "other-numbers" } as const,
    })),
    ...countryMentions(signals.addressText).map(({ country, count }) => ({
      country,
      weight: Math.min(count * weights.mention, weights.mostMentions),
      reason: byAddress,
    })),
  ];
}

function topLevelDomain(host: string): string {
  return /\.[a-z]+(?=\.?(?::\d+)?$)/i.exec(host)?.[0].toLowerCase() ?? "";
}

// "en-US" and "en-GB" are what editors write by themselves all over the world.
function languageRegionWeight(tag: string): number {
  return /^en[-_](?:us|gb)/i.test(tag) ? weights.languageRegion / 2 : weights.languageRegion;
}

function counted(countries: readonly CountryCode[]): Map<CountryCode, number> {
  const counts = new Map<CountryCode, number>();
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  return counts;
}

// Country domains that the world uses for what their letters say.
const generic = new Set([
  "io",
  "co",
  "me",
  "tv",
  "cc",
  "ai",
  "ly",
  "to",
  "fm",
  "am",
  "gg",
  "sh",
  "ac",
  "la",
  "ws",
  "nu",
  "tk",
  "ml",
  "ga",
  "cf",
  "gl",
  "is",
  "im",
  "st",
  "vc",
  "mu",
  "sc",
  "eu",
  "su",
]);

/** The country of a host by its top-level domain, unless the world uses that domain for something else. */
export function countryOfHost(host: string): CountryCode | undefined {
  const domain = /\.([a-z]{2})\.?(?::\d+)?$/.exec(host.toLowerCase())?.[1];
  if (!domain || generic.has(domain)) return undefined;
  return domain === "uk" ? "GB" : countryOfCode(domain);
}

function regionOfTag(tag: string): CountryCode | undefined {
  const region = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?![a-z])/i.exec(tag)?.[1];
  return region === undefined ? undefined : countryOfCode(region);
}

// Only languages that belong to one country well enough to be a hint.
const homeOfLanguage: Readonly<Record<string, CountryCode>> = {
  bg: "BG",
  bn: "BD",
  cs: "CZ",
  da: "DK",
  de: "DE",
  el: "GR",
  et: "EE",
  fi: "FI",
  fr: "FR",
  he: "IL",
  hr: "HR",
  hu: "HU",
  id: "ID",
  is: "IS",
  it: "IT",
  ja: "JP",
  ko: "KR",
  lt: "LT",
  lv: "LV",
  nb: "NO",
  nl: "NL",
  no: "NO",
  pl: "PL",
  ro: "RO",
  ru: "RU",
  sk: "SK",
  sl: "SI",
  sr: "RS",
  sv: "SE",
  th: "TH",
  tr: "TR",
  uk: "UA",
  vi: "VN",
};

function countryOfLanguage(tag: string): CountryCode | undefined {
  return homeOfLanguage[tag.slice(0, 2).toLowerCase()];
}

function countryOfCode(code: string): CountryCode | undefined {
  const upper = code.trim().toUpperCase();
  return isSupportedCountry(upper) ? upper : undefined;
}
