import type { CountryCode } from "#shared/phone-number.ts";
import type { ReadNumberText } from "./number-reader.ts";
import type { PageSignals } from "./page-region.ts";

const longestAddressText = 20_000;
const mostTelLinks = 40;
const mostAddresses = 24;
const addressPlaces =
  "address, footer, [itemtype*='PostalAddress'], [class*='address' i], [class*='contact' i], [id*='contact' i]";

/** Reads from a page what it shows of its country. */
export function readPageSignals(
  page: Document,
  { userCountry, readNumber }: { userCountry: CountryCode; readNumber: ReadNumberText },
): PageSignals {
  const addressText = textOf(page, addressPlaces);
  return {
    userCountry,
    host: page.location.hostname,
    language: page.documentElement.lang,
    openGraphLocale: page.querySelector("meta[property='og:locale']")?.getAttribute("content") ?? "",
    addressCountries: addressCountries(page),
    internationalNumbers: [...telLinkTexts(page), ...writtenWithPlus(addressText)].flatMap(
      (text) => readNumber(text, undefined)?.country ?? [],
    ),
    addressText,
  };
}

function textOf(page: Document, selector: string): string {
  let text = "";
  for (const element of Array.from(page.querySelectorAll(selector)).slice(0, mostAddresses)) {
    text += `${element.textContent?.slice(0, longestAddressText / 4) ?? ""}\n`;
    if (text.length > longestAddressText) break;
  }
  return text;
}

function telLinkTexts(page: Document): string[] {
  const links = Array.from(page.querySelectorAll("a[href^='tel:+'], a[href^='tel:%2B']")).slice(0, mostTelLinks);
  return links.map((link) => (link.getAttribute("href") ?? "").replace(/^tel:(?:%2B)?\+?/i, "+"));
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
