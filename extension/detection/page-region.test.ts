import { expect, test } from "vitest";
import { countryOfHost, explainedRegions, pageRegions, type PageSignals } from "./page-region.ts";

const silent: PageSignals = {
  userCountry: "US",
  host: "example.com",
  language: "",
  openGraphLocale: "",
  addressCountries: [],
  internationalNumbers: [],
  addressText: "",
};

test("a page that says nothing is read as the user's country writes", () => {
  expect(pageRegions(silent)).toEqual(["US"]);
});

test.for<[string, Partial<PageSignals>, string]>([
  ["its domain", { host: "www.beispiel.de" }, "DE"],
  ["its address data", { addressCountries: ["GB"] }, "GB"],
  ["the name of its country", { addressCountries: ["Germany"] }, "DE"],
  ["its other numbers", { internationalNumbers: ["FR", "FR"] }, "FR"],
  ["its language and locale", { language: "de-AT", openGraphLocale: "de_AT" }, "AT"],
  ["postcodes in its addresses", { addressText: "14 Conduit Mews, London W1S 2XF\n3 Mill Lane, Leeds LS1 4AP" }, "GB"],
])("a page tells its country by %s", ([, signals, expected]) => {
  expect(pageRegions({ ...silent, ...signals })[0]).toBe(expected);
});

test("a language that editors write by themselves does not outweigh the user's country", () => {
  expect(pageRegions({ ...silent, userCountry: "GB", language: "en-US" })[0]).toBe("GB");
});

test("a domain that the world uses for its letters names no country", () => {
  expect(countryOfHost("app.example.io")).toBeUndefined();
  expect(countryOfHost("example.co.uk")).toBe("GB");
  expect(countryOfHost("localhost")).toBeUndefined();
  expect(countryOfHost("127.0.0.1")).toBeUndefined();
});

function reasonOf(signals: Partial<PageSignals>) {
  return explainedRegions({ ...silent, ...signals })[0]?.reason;
}

test("the country of a page comes with the sign that speaks loudest for it", () => {
  expect(reasonOf({})).toEqual({ from: "own" });
  expect(reasonOf({ host: "www.beispiel.de", language: "de" })).toEqual({ from: "domain", domain: ".de" });
  expect(reasonOf({ language: "de-AT" })).toEqual({ from: "language" });
  expect(reasonOf({ addressCountries: ["GB"] })).toEqual({ from: "address" });
  expect(reasonOf({ internationalNumbers: ["FR", "FR"] })).toEqual({ from: "other-numbers" });
});
