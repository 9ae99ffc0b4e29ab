import { expect, test } from "vitest";
import { findCandidates, hasCandidate, toPlainSigns } from "./candidates.ts";

test("seven digits with separators between them are a candidate, six are none", () => {
  expect(hasCandidate("555-2671")).toBe(true);
  expect(hasCandidate("555-267")).toBe(false);
  expect(hasCandidate("415, 555, 267")).toBe(false);
});

test("a candidate begins at its plus or bracket and ends at its last digit", () => {
  const text = "call +1 (415) 555-2671, or";
  expect(findCandidates(text).map(({ start, end }) => text.slice(start, end))).toEqual(["+1 (415) 555-2671"]);
});

test("plain signs stand where the signs stood", () => {
  const text = "＋４９ （０）30 – ٢٣١٢٥\u00ad۱۰۴";
  expect(toPlainSigns(text)).toBe("+49 (0)30 - 23125\u00ad104");
  expect(toPlainSigns(text)).toHaveLength(text.length);
});
