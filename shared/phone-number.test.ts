import { describe, expect, it } from "vitest";
import { countryName, countryOf, e164Schema, formatInternational, listCountries, parsePhoneNumber } from "./phone-number.ts";

describe("parsePhoneNumber", () => {
  it("gives one E.164 number however it was typed", () => {
    const ways = ["(415) 555-2671", "415.555.2671", "+1 415 555 2671", "1-415-555-2671", "tel:+14155552671"];
    for (const way of ways)
      expect(parsePhoneNumber(way, "US")).toMatchObject({ ok: true, value: { e164: "+14155552671", country: "US" } });
  });

  it("keeps the extension apart from the number", () => {
    expect(parsePhoneNumber("+1 415 555 2671 ext. 12")).toMatchObject({
      ok: true,
      value: { e164: "+14155552671", extension: "12" },
    });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["hello", "not_a_number"],
    ["12345", "too_short"],
    ["+1 234 567 8901 2345 6789", "too_long"],
    ["+1 000 000 0000", "invalid_for_country"],
  ])("says why %j is not a number", (text, reason) => {
    expect(parsePhoneNumber(text, "US")).toEqual({ ok: false, error: reason });
  });

  it("does not guess a country for a national number", () => {
    expect(parsePhoneNumber("415 555 2671")).toEqual({ ok: false, error: "no_country" });
  });
});

describe("countries", () => {
  it("names the country of a number, and 'International' for numbers of none", () => {
    const london = e164Schema.parse("+442079460018");
    expect(countryName(countryOf(london))).toBe("United Kingdom");
    expect(formatInternational(london)).toBe("+44 20 7946 0018");
    expect(countryName(countryOf(e164Schema.parse("+80012345678")))).toBe("International");
  });

  it("lists every country once, by name", () => {
    const countries = listCountries();
    expect(countries.length).toBeGreaterThan(230);
    expect(new Set(countries.map(({ country }) => country)).size).toBe(countries.length);
    expect(countries.find(({ country }) => country === "DE")).toEqual({ country: "DE", name: "Germany", callingCode: "49" });
  });
});

describe("e164Schema", () => {
  it.each(["4155552671", "+1 415 555 2671", "+1415555", "", "+14155552671 "])("refuses %j", (text) => {
    expect(e164Schema.safeParse(text).success).toBe(false);
  });
});
