import { getCountries, getExampleNumber, type CountryCode } from "libphonenumber-js/max";
import exampleMobiles from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import { formatDollars } from "#shared/money.ts";
import { parsePhoneNumber, type E164 } from "#shared/phone-number.ts";
import { describe, expect, test } from "vitest";
import { findDeckFault } from "./deck-fault.ts";
import { createRateDeck } from "./rate-deck.ts";
import { loadStarterDeck } from "./starter-deck.ts";

const deck = loadStarterDeck();
const { findRate } = createRateDeck(deck);

function number(text: string): E164 {
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error}`);
  return parsed.value.e164;
}

function perMinute(to: string, from?: string) {
  const found = findRate({ to: number(to), from: from === undefined ? undefined : number(from) });
  return found && `${formatDollars(found.rate.perMinuteMicros, { decimals: 4 })} ${found.description}`;
}

const mobileOf = (country: CountryCode) => number(getExampleNumber(country, exampleMobiles)?.number ?? "");

/** Countries the carrier's list has no price for, so that nobody can be called there. */
const unpriced = ["AC", "CU", "IR", "NR", "NU", "SH", "ST", "SY", "TA", "TK", "TV"];

describe("the starter deck", () => {
  test("is sound, and has each line once", () => {
    expect(findDeckFault({ rateCount: deck.rates.length }, deck.rates)).toBeUndefined();
    expect(new Set(deck.rates.map((rate) => `${rate.destinationPrefix}<${rate.originPrefix}`)).size).toBe(deck.rates.length);
  });

  test("sells no minute below what the carrier asks for both legs", () => {
    expect(deck.rates.filter((rate) => rate.perMinuteMicros < rate.costPerMinuteMicros)).toEqual([]);
  });

  test("has a rate for a mobile phone in every country but those it cannot have one for", () => {
    const without = getCountries().filter((country) => findRate({ to: mobileOf(country) }) === undefined);
    expect(without).toEqual(unpriced);
  });

  test.each([
    ["+1 415 555 0100", "$0.0180 United States & Canada"],
    ["+1 416 555 0100", "$0.0180 United States & Canada"],
    ["+1 907 276 1234", "$0.0985 United States, Alaska"],
    ["+1 876 926 1234", "$0.4345 Jamaica"],
    ["+44 20 7946 0018", "$0.0198 United Kingdom"],
    ["+44 7400 123456", "$0.0345 United Kingdom, mobile"],
    ["+44 7797 712345", "$0.3240 Jersey, mobile"],
    ["+49 30 901820", "$0.0214 Germany"],
    ["+49 1512 3456789", "$0.3540 Germany, mobile"],
    ["+55 11 2345 6789", "$0.0440 Brazil"],
    ["+55 11 96123 4567", "$0.0703 Brazil, mobile"],
    ["+7 495 123 4567", "$0.3932 Russia"],
    ["+7 701 234 5678", "$0.3558 Kazakhstan, mobile"],
    ["+91 98765 43210", "$0.0445 India, mobile"],
    ["+86 10 6552 9988", "$0.3271 China"],
  ])("prices %s at %s", (to, expected) => {
    expect(perMinute(to)).toBe(expected);
  });

  test("is cheaper within Europe, as the carrier is", () => {
    expect(perMinute("+49 1512 3456789", "+33 1 44 55 66 77")).toBe("$0.0460 Germany, mobile");
    expect(perMinute("+43 1 5123456", "+1 415 555 0100")).toBe("$0.0216 Austria");
    expect(perMinute("+43 1 5123456", "+1 876 926 1234")).toBe("$0.1745 Austria");
  });

  test("knows the mobile phones of the countries that are called most", () => {
    const countries: CountryCode[] = ["AT", "AU", "BE", "CH", "CN", "DE", "ES", "FI", "FR", "GB", "GR", "IE", "IL", "IN"];
    const further: CountryCode[] = [
      "IT",
      "JP",
      "KR",
      "NL",
      "NO",
      "NZ",
      "PL",
      "PT",
      "RO",
      "SE",
      "SG",
      "TR",
      "UA",
      "ZA",
      "BR",
      "CZ",
      "HU",
    ];
    const missed = [...countries, ...further].filter(
      (country) => !findRate({ to: mobileOf(country) })?.description.endsWith("mobile"),
    );
    expect(missed).toEqual([]);
  });
});
