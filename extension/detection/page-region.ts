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

/**
 * The countries in whose national form a page's numbers are probably written, likeliest first: at most two,
 * and the user's own is among them unless the page speaks strongly for others.
 */
export function pageRegions(signals: PageSignals): CountryCode[] {
  const votes = new Map<CountryCode, number>();
  const vote = (country: CountryCode | undefined, weight: number): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  vote(signals.userCountry, weights.user);
  vote(countryOfHost(signals.host), weights.topLevelDomain);
  vote(regionOfTag(signals.language), languageRegionWeight(signals.language));
  vote(regionOfTag(signals.openGraphLocale), languageRegionWeight(signals.openGraphLocale));
  vote(countryOfLanguage(signals.language), weights.language);
  for (const written of new Set(signals.addressCountries))
    vote(countryMentions(written)[0]?.country ?? countryOfCode(written), weights.addressCountry);
  for (const [country, count] of counted(signals.internationalNumbers)) {
    vote(country, Math.min(count * weights.internationalNumber, weights.mostInternationalNumbers));
  }
  for (const { country, count } of countryMentions(signals.addressText))
    vote(country, Math.min(count * weights.mention, weights.mostMentions));
  return [...votes]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([country]) => country);
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
