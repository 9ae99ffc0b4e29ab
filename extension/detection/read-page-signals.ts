import type { CountryCode } from "#shared/phone-number.ts";
import type { ReadNumberText } from "./number-reader.ts";
import type { PageSignals } from "./page-region.ts";
import { rest, type WorkSlices } from "./work-slices.ts";

const longestAddressText = 20_000;
const mostTelLinks = 40;
const mostAddresses = 24;
// Where addresses stand, surest first. One question each: a list of selectors takes several times as long, since it has no short cuts.
const addressPlaces = [
  "address",
  "footer",
  "[itemtype*='PostalAddress']",
  "[class*='address' i]",
  "[class*='contact' i]",
  "[id*='contact' i]",
];

export interface SignalParts {
  userCountry: CountryCode;
  readNumber: ReadNumberText;
  /** Each question goes through the whole page, so there is a rest after each. */
  slices: WorkSlices;
}

/** Reads from a page what it shows of its country. */
export async function readPageSignals(page: Document, { userCountry, readNumber, slices }: SignalParts): Promise<PageSignals> {
  const addressText = await textOfAddresses(page, slices);
  const telLinks = telLinkTexts(page);
  await rest(slices);
  const countries = addressCountries(page);
  await rest(slices);
  return {
    userCountry,
    host: page.location.hostname,
    language: languageOf(page.documentElement),
    openGraphLocale: page.querySelector("meta[property='og:locale']")?.getAttribute("content") ?? "",
    addressCountries: countries,
    internationalNumbers: [...telLinks, ...writtenWithPlus(addressText)].flatMap(
      (text) => readNumber(text, undefined)?.country ?? [],
    ),
    addressText,
  };
}

// The root of an XML document knows no `lang`, and that of a document which is being written anew is not there.
function languageOf(root: Element | null): string {
  return root?.getAttribute("lang") ?? root?.getAttribute("xml:lang") ?? "";
}

async function textOfAddresses(page: Document, slices: WorkSlices): Promise<string> {
  const places = new Set<Element>();
  for (const place of addressPlaces) {
    for (const element of page.querySelectorAll(place)) {
      if (places.size >= mostAddresses) break;
      places.add(element);
    }
    await rest(slices);
  }
  let text = "";
  for (const place of places) {
    text += `${place.textContent?.slice(0, longestAddressText / 4) ?? ""}\n`;
    if (text.length > longestAddressText) break;
  }
  return text;
}

function telLinkTexts(page: Document): string[] {
  return Array.from(page.querySelectorAll("a[href^='tel:' i]"), (link) => link.getAttribute("href") ?? "")
    .filter((href) => /^tel:(?:\+|%2B)/i.test(href))
    .slice(0, mostTelLinks)
    .map((href) => href.replace(/^tel:(?:%2B)?\+?/i, "+"));
}

function writtenWithPlus(text: string): string[] {
  return Array.from(text.matchAll(/\+\s?\d[\d\s().-]{7,18}\d/g), ([match]) => match.replace(/\s+/g, " ").replace(/^\+ /, "+"));
}

function addressCountries(page: Document): string[] {
  const fromMarkup = Array.from(
    page.querySelectorAll("[itemprop='addressCountry']"),
    (element) => element.getAttribute("content") ?? element.textContent ?? "",
  );
  const structured = Array.from(
    page.querySelectorAll("script[type='application/ld+json']"),
    (script) => script.textContent ?? "",
  ).join("\n");
  const fromStructured = Array.from(
    structured.slice(0, 200_000).matchAll(/"addressCountry"\s*:\s*(?:\{[^}]*"name"\s*:\s*)?"([^"]{2,40})"/g),
    (match) => match[1] ?? "",
  );
  return [...fromMarkup, ...fromStructured].map((country) => country.trim()).filter((country) => country.length >= 2);
}
