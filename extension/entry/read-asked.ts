import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { whyCountry, type ReadRegion } from "../detection/country-reason.ts";
import { withChoice } from "../detection/page-finder.ts";
import { explainedRegions } from "../detection/page-region.ts";
import { readNumberText } from "../detection/phone-library.ts";
import { readSelection as readSelectedText } from "../detection/read-selection.ts";
import type { SiteChoices } from "../detection/site-choices.ts";
import { readTelLink } from "../detection/tel-link.ts";

/** What a person asked to be called, as far as it can be read. */
export type Asked =
  /** It says its country itself, or the person has said it for the site: it can be called at once. */
  | { kind: "sure"; number: E164; extension: string | undefined }
  /** Its country is a guess from the site's address and the reader's own: somebody should look before it is called. */
  | { kind: "likely"; number: E164; written: string; country: CountryCode }
  | { kind: "unread" };

/** The page something was asked on, as far as it is known without reading the page. */
export interface AskedOn {
  host: string;
  userCountry: CountryCode;
  choices: SiteChoices;
}

/**
 * Reads a selected text. The bar is lower than for marks: a person who selects digits and asks to call them says that they are a number.
 * The first number of the text is meant, since it is the one that the selection began at.
 */
export function readSelection(text: string, on: AskedOn): Asked {
  const regions = regionsOf(on);
  const found = readSelectedText(text, reading(regions));
  if (!found) return { kind: "unread" };
  const written = text.slice(found.start, found.end);
  return toAsked({ ...found, written }, regions);
}

/** Reads the address of a `tel:` or `callto:` link. */
export function readLink(href: string, on: AskedOn): Asked {
  const regions = regionsOf(on);
  const written = href.replace(/^\s*callto:/i, "tel:");
  const number = readTelLink(written, reading(regions));
  return number ? toAsked({ ...number, written: written.replace(/^tel:/i, "") }, regions) : { kind: "unread" };
}

interface Read {
  e164: E164;
  country: CountryCode | undefined;
  international: string;
  extension: string | undefined;
  written: string;
}

function toAsked({ e164, country, international, extension, written }: Read, regions: readonly ReadRegion[]): Asked {
  const why = whyCountry({ number: { country, international }, written }, regions);
  const isSure = why.from === "number" || why.from === "choice";
  return isSure || !country
    ? { kind: "sure", number: e164, extension }
    : { kind: "likely", number: e164, written: written.trim(), country };
}

function reading(regions: readonly ReadRegion[]) {
  return { readNumber: readNumberText, regions: regions.map(({ country }) => country) };
}

// The page itself is not read for this: a menu must work where no site was opted into.
function regionsOf({ host, userCountry, choices }: AskedOn): ReadRegion[] {
  const unseen = { language: "", openGraphLocale: "", addressCountries: [], internationalNumbers: [], addressText: "" };
  return withChoice(explainedRegions({ ...unseen, userCountry, host }), choices.country);
}
