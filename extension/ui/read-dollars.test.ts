import { expect, test } from "vitest";
import { readDollars } from "./read-dollars.ts";

test.each([
  ["25", 25_000_000],
  [" $25.00 ", 25_000_000],
  ["12,50", 12_500_000],
  ["0.5", 500_000],
  ["0.0145", 14_500],
  ["0", 0],
])("%s is an amount", (text, micros) => {
  expect(readDollars(text)).toBe(micros);
});

test.each(["", "ten", "-5", "1,000", "1.2.3", "$", "1e3"])("%s is none, rather than a guess", (text) => {
  expect(readDollars(text)).toBeUndefined();
});
