import { countryCodeSchema, e164Schema, type CountryCode, type E164 } from "#shared/phone-number.ts";
import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";

/** What a person said of one site's numbers. */
export interface SiteChoices {
  /** In whose national form they are written; undefined where that was left to the page. */
  country: CountryCode | undefined;
  /** What looks like a number there and is none. */
  notNumbers: readonly E164[];
}

/** Something on a site that is no phone number, however it is written there. Elsewhere the same digits may be one. */
export interface NotNumber {
  site: string;
  number: E164;
}

/** What a person said of all sites. Sites are named by their hosts. */
export interface AllSiteChoices {
  countries: Readonly<Record<string, CountryCode>>;
  /** Newest last. */
  notNumbers: readonly NotNumber[];
}

export const noChoices: SiteChoices = { country: undefined, notNumbers: [] };

// Each member falls back by itself, so that one that an older version wrote otherwise does not lose the others.
const schema = z
  .object({
    countries: z.record(z.string(), countryCodeSchema).catch({}),
    notNumbers: z.array(z.object({ site: z.string(), number: e164Schema })).catch([]),
  })
  .catch({ countries: {}, notNumbers: [] });

/** In `storage.local`: it never leaves the browser. */
export const siteChoicesStore = createStoredItem<AllSiteChoices>({ area: "local", key: "siteChoices", parse: parseSiteChoices });

/** Choices out of whatever was stored. */
export function parseSiteChoices(stored: unknown): AllSiteChoices {
  return schema.parse(stored ?? {});
}

/** What was said of one site. */
export function choicesFor({ countries, notNumbers }: AllSiteChoices, site: string): SiteChoices {
  return {
    country: Object.hasOwn(countries, site) ? countries[site] : undefined,
    notNumbers: notNumbers.filter((entry) => entry.site === site).map(({ number }) => number),
  };
}

/** Remembers in which country's form a site writes; undefined leaves it to its pages again. */
export function withCountry(
  all: AllSiteChoices,
  { site, country }: { site: string; country: CountryCode | undefined },
): AllSiteChoices {
  const { [site]: _before, ...others } = all.countries;
  return { ...all, countries: country ? { ...others, [site]: country } : others };
}

/** More than these nobody looks through, and each of them travels into every page of its site. */
const mostNotNumbers = 2_000;

/** Remembers that something on a site is no number. The oldest make room. */
export function withNotNumber(all: AllSiteChoices, added: NotNumber): AllSiteChoices {
  const others = withoutNotNumber(all, added).notNumbers;
  return { ...all, notNumbers: [...others, added].slice(-mostNotNumbers) };
}

/** Takes back that something on a site is no number. */
export function withoutNotNumber(all: AllSiteChoices, { site, number }: NotNumber): AllSiteChoices {
  return { ...all, notNumbers: all.notNumbers.filter((entry) => entry.site !== site || entry.number !== number) };
}
