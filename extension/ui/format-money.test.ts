import { micros } from "#shared/money.ts";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../locales/testing/in-language.ts";
import { extensionSources } from "../locales/testing/sources.ts";
import { speak } from "../locales/testing/speak.ts";
import { formatMoney } from "./format-money.ts";

afterEach(() => speak("en"));

test.each([
  [14_000, 4, "$0.0140"],
  [1_234_567_890, 2, "$1,234.57"],
  [-450_000, 2, "-$0.45"],
  [-4_000, 2, "$0.00"],
  [4_667, 6, "$0.004667"],
])("%d micro-dollars to %d decimals are %s", (amount, decimals, written) => {
  expect(formatMoney(micros(amount), { decimals })).toBe(written);
});

test("an amount too fine for a float keeps its last digit", () => {
  expect(formatMoney(micros(9_007_199_254_740_991), { decimals: 6 })).toBe("$9,007,199,254.740991");
});

test.each([
  ["de", "0,0140\u00A0$"],
  ["es", "0,0140\u00A0US$"],
  // The first mark has it run from right to left, as the currency follows the figure there; the others keep "US$" whole.
  ["ar", "\u200F0.0140\u00A0\u2066US$\u2069"],
] as const)("%s writes it its own way", async (locale, written) => {
  const { formatMoney } = await inLanguage(locale, () => import("./format-money.ts"));
  expect(formatMoney(micros(14_000), { decimals: 4 })).toBe(written);
});

test("nothing in the extension writes money but by this", () => {
  const others = extensionSources().filter(({ code }) => code.includes("formatDollars"));
  expect(others.map(({ path }) => path)).toEqual([]);
});
