import { expect, test } from "vitest";
import { micros } from "#shared/money.ts";
import { formatBalance } from "./format-balance.ts";

test.each([
  [10_000_000, "$10.00"],
  [9_998_200, "$9.9982"],
  [9_999_999, "$9.9999"],
  [0, "$0.00"],
  [50, "$0.00"],
])("%d micro-dollars are shown as %s, and never as more than there is", (amount, shown) => {
  expect(formatBalance(micros(amount))).toBe(shown);
});
