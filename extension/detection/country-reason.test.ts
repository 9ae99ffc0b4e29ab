import { expect, test } from "vitest";
import { whyCountry, type ReadRegion } from "./country-reason.ts";

const germanPage: ReadRegion[] = [
  { country: "DE", reason: { from: "language" } },
  { country: "US", reason: { from: "own" } },
];
const berlin = { country: "DE", international: "+49 30 23125104" } as const;
const toronto = { country: "CA", international: "+1 416 555 0100" } as const;

test.each(["+49 30 23125-104", "(+49) 30 23125104", "＋49 30 23125104", "0049 30 23125104", "tel:+493023125104"])(
  "%s says its country itself",
  (written) => {
    expect(whyCountry({ number: berlin, written }, germanPage)).toEqual({ from: "number", callingCode: "+49" });
  },
);

test.each(["030 23125-104", "(030) 23125 104", "tel:03023125104"])("%s is German for the page's reasons", (written) => {
  expect(whyCountry({ number: berlin, written }, germanPage)).toEqual({ from: "language" });
});

test("what a person chose for the site is the reason then", () => {
  const chosen: ReadRegion[] = [{ country: "DE", reason: { from: "choice" } }, ...germanPage];
  expect(whyCountry({ number: berlin, written: "030 23125-104" }, chosen)).toEqual({ from: "choice" });
});

test("countries of one calling code are told apart by the area code", () => {
  expect(whyCountry({ number: toronto, written: "(416) 555-0100" }, germanPage)).toEqual({ from: "area-code" });
});

test("a number of no country that the page is read for must have said its own", () => {
  const number = { country: "GB", international: "+44 20 7946 0958" } as const;
  expect(whyCountry({ number, written: "44 (0) 20 7946 0958" }, germanPage)).toEqual({ from: "number", callingCode: "+44" });
});
