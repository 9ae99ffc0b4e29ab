import { expect, test } from "vitest";
import { withChoice } from "./page-finder.ts";

const regions = [
  { country: "DE", reason: { from: "language" } },
  { country: "US", reason: { from: "own" } },
] as const;

test("the country that was chosen for a site comes first, and the page's own stay", () => {
  expect(withChoice(regions, "AT").map(({ country }) => country)).toEqual(["AT", "DE", "US"]);
  expect(withChoice(regions, "US")).toEqual([{ country: "US", reason: { from: "choice" } }, regions[0]]);
});

test("without a choice the page speaks for itself", () => {
  expect(withChoice(regions, undefined)).toEqual(regions);
});
