import { expect, test, vi } from "vitest";

vi.mock("wxt/browser", () => ({ browser: {} }));
const { readLink, readSelection } = await import("./read-asked.ts");

const on = { host: "shop.example", userCountry: "DE", choices: { country: undefined, notNumbers: [] } } as const;
const germanInBerlin = "+493023125104";

test("a number that says its country is sure, whatever stands around it", () => {
  expect(readSelection("Rufen Sie an: +49 30 23125 104!", on)).toEqual({
    kind: "sure",
    number: germanInBerlin,
    extension: undefined,
  });
  expect(readSelection("+1 415 555 2671 ext. 12", on)).toEqual({ kind: "sure", number: "+14155552671", extension: "12" });
});

test("a number in national form is likely, in the country of the site before the reader's", () => {
  expect(readSelection("030 23125104", on)).toEqual({
    kind: "likely",
    number: germanInBerlin,
    written: "030 23125104",
    country: "DE",
  });
  expect(readSelection("020 7946 0958", { ...on, host: "shop.co.uk" })).toMatchObject({ kind: "likely", country: "GB" });
});

test("a country that was chosen for the site makes its numbers sure", () => {
  const chosen = { ...on, choices: { country: "DE", notNumbers: [] } } as const;
  expect(readSelection("030 23125104", chosen)).toMatchObject({ kind: "sure", number: germanInBerlin });
});

test("what is no number is said to be none", () => {
  for (const text of ["", "Impressum", "2024-05-01", "IBAN DE89 3704 0044 0532 0130 00"])
    expect(readSelection(text, on)).toEqual({ kind: "unread" });
});

test("a link is read by its address, in either scheme", () => {
  expect(readLink("tel:+49-30-23125104", on)).toMatchObject({ kind: "sure", number: germanInBerlin });
  expect(readLink("callto:+493023125104", on)).toMatchObject({ kind: "sure", number: germanInBerlin });
  expect(readLink("tel:+14155552671;ext=12", on)).toMatchObject({ kind: "sure", extension: "12" });
  expect(readLink("tel:030/23125104", on)).toMatchObject({ kind: "likely", number: germanInBerlin });
  expect(readLink("tel:reception", on)).toEqual({ kind: "unread" });
});
