import { micros, type Micros } from "#shared/money.ts";
import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../locales/testing/in-language.ts";
import { speak } from "../locales/testing/speak.ts";
import { decimalsFor, exactDollars } from "./exact-dollars.ts";

afterEach(() => speak("en"));

const written = (amount: Micros, decimals: number, isSigned = true) => {
  const { toCents, finer, after } = exactDollars(amount, { decimals, isSigned });
  return `${toCents}${finer}${after}`;
};

test("a column has as many decimals as its finest amount needs", () => {
  expect(decimalsFor([])).toBe(2);
  expect(decimalsFor([micros(25_000_000), micros(-10_000)])).toBe(2);
  expect(decimalsFor([micros(25_000_000), micros(14_000)])).toBe(4);
  expect(decimalsFor([micros(25_000_000), micros(-4_667)])).toBe(6);
});

test("amounts are written exactly, all to the same decimals", () => {
  expect(written(micros(25_000_000), 6)).toBe("+$25.000000");
  expect(written(micros(-4_667), 6)).toBe("−$0.004667");
  expect(written(micros(-14_000), 4)).toBe("−$0.0140");
  expect(written(micros(-10_000), 2)).toBe("−$0.01");
});

test("a balance bears a sign only when it is below zero, and zero bears none", () => {
  expect(written(micros(9_995_333), 6, false)).toBe("$9.995333");
  expect(written(micros(0), 2)).toBe("$0.00");
});

test("what is finer than a cent is told apart", () => {
  expect(exactDollars(micros(1_234_567), { decimals: 6, isSigned: false })).toEqual({
    toCents: "$1.23",
    finer: "4567",
    after: "",
  });
  expect(exactDollars(micros(1_230_000), { decimals: 2, isSigned: false })).toEqual({ toCents: "$1.23", finer: "", after: "" });
});

test("where the currency follows the figures, it still does when they are taken apart", async () => {
  const { exactDollars } = await inLanguage("de", () => import("./exact-dollars.ts"));
  const options = { decimals: 4, isSigned: true };
  expect(exactDollars(micros(-14_000), options)).toEqual({ toCents: "−0,01", finer: "40", after: "\u00A0$" });
});
