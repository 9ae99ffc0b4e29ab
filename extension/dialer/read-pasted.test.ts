import { expect, test } from "vitest";
import { readPasted } from "./read-pasted.ts";
import { readTarget } from "./number-entry.ts";

test.each([
  ["call me at (415) 555-2671 ext 3", "US", "+1 415 555 2671 ext. 3"],
  ["Tel.: 030 / 23 12 50 10 (Frau Weber)", "DE", "+49 30 23125010"],
  ["Reception\n+44 20 7946 0958\nMon to Fri", "US", "+44 20 7946 0958"],
] as const)("%s", (text, country, entered) => {
  const entry = readPasted(text, country);
  expect(entry?.text).toBe(entered);
});

test("what was read from a text can be called, extension and all", () => {
  const entry = readPasted("call me at (415) 555-2671 ext 3", "US");
  expect(entry && readTarget(entry)).toMatchObject({ kind: "number", number: "+14155552671", extension: "3" });
});

test("a text without a number gives none", () => {
  expect(readPasted("Ada Lovelace", "US")).toBeUndefined();
  expect(readPasted("on 24 December 2026", "US")).toBeUndefined();
});
