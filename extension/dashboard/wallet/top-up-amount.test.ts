import { largestTopUpMicros, smallestTopUpMicros } from "#shared/api/wallet.ts";
import { expect, test } from "vitest";
import { readTopUpAmount, usualTopUps } from "./top-up-amount.ts";

const typed = (text: string) => readTopUpAmount({ kind: "other", text });

test("every usual amount may be paid in", () => {
  for (const amountMicros of usualTopUps) {
    expect(readTopUpAmount({ kind: "usual", amountMicros })).toEqual({ ok: true, value: amountMicros });
  }
});

test("another amount may be typed, within the bounds of one top-up", () => {
  expect(typed("12,50")).toEqual({ ok: true, value: 12_500_000 });
  expect(typed("5")).toEqual({ ok: true, value: smallestTopUpMicros });
  expect(typed("500")).toEqual({ ok: true, value: largestTopUpMicros });
});

test("an amount out of bounds, or none, is told in a sentence", () => {
  expect(typed("4.99")).toEqual({ ok: false, error: "The least one can pay in is $5.00." });
  expect(typed("500.01")).toEqual({ ok: false, error: "The most one can pay in at once is $500.00." });
  expect(typed("10.005")).toEqual({ ok: false, error: "Type whole cents." });
  for (const text of ["", "a lot", "-10"])
    expect(typed(text)).toEqual({ ok: false, error: "Type dollars and cents, such as 15 or 12.50." });
});
