import { expect, test, vi } from "vitest";
import type { E164 } from "#shared/phone-number.ts";

vi.mock("wxt/browser", () => ({ browser: {} }));
const { choicesFor, parseSiteChoices, withCountry, withNotNumber, withoutNotNumber } = await import("./site-choices.ts");

const none = parseSiteChoices(undefined);
const number = "+493023125104" as E164;

test("a country is remembered for its site alone, and can be taken back", () => {
  const chosen = withCountry(none, { site: "beispiel.at", country: "AT" });
  expect(choicesFor(chosen, "beispiel.at").country).toBe("AT");
  expect(choicesFor(chosen, "beispiel.de").country).toBeUndefined();
  expect(withCountry(chosen, { site: "beispiel.at", country: undefined })).toEqual(none);
});

test("what is no number on one site may be one on another", () => {
  const said = withNotNumber(none, { site: "shop.example", number });
  expect(choicesFor(said, "shop.example").notNumbers).toEqual([number]);
  expect(choicesFor(said, "other.example").notNumbers).toEqual([]);
});

test("saying it twice is saying it once, and taking it back leaves nothing", () => {
  const entry = { site: "shop.example", number };
  const twice = withNotNumber(withNotNumber(none, entry), entry);
  expect(twice.notNumbers).toEqual([entry]);
  expect(withoutNotNumber(twice, entry)).toEqual(none);
});

test("what was stored comes back, and what makes no sense is left out", () => {
  const stored = { countries: { "a.example": "AT" }, notNumbers: [{ site: "a.example", number }] };
  expect(parseSiteChoices(structuredClone(stored))).toEqual(stored);
  expect(parseSiteChoices({ countries: { "a.example": "nowhere" }, notNumbers: stored.notNumbers })).toEqual({
    countries: {},
    notNumbers: stored.notNumbers,
  });
  for (const junk of [null, 0, "x", []]) expect(parseSiteChoices(junk)).toEqual(none);
});

test("a site named like a member of every object has said nothing", () => {
  expect(choicesFor(none, "constructor").country).toBeUndefined();
});
