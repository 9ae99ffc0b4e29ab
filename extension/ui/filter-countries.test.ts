import { expect, test } from "vitest";
import { listCountries } from "#shared/phone-number.ts";
import { filterCountries } from "./filter-countries.ts";

const countries = listCountries("en");
const found = (query: string) => filterCountries(countries, query).map(({ country }) => country);

test("nothing asked, everything listed", () => {
  expect(found("  ")).toHaveLength(countries.length);
});

test.each([
  ["germ", ["DE"]],
  ["kingdom", ["GB"]],
  ["united k", ["GB"]],
  ["cote", ["CI"]],
  ["ÅLAND", ["AX"]],
  ["+353", ["IE"]],
  ["00353", ["IE"]],
])("%s finds %j", (query, expected) => {
  expect(found(query)).toEqual(expected);
});

test("a country's own code comes before names that begin like it", () => {
  expect(found("de")[0]).toBe("DE");
  expect(found("de")).toContain("DK");
});

test("what fits nothing gives nothing", () => {
  expect(found("zzz")).toEqual([]);
});
