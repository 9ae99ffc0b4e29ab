import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedInitials, foldText } from "./fold-text.ts";

test.each([
  ["Über", "uber"],
  ["  Zoë   Núñez ", "zoe nunez"],
  ["Weiß", "weiss"],
  ["Łukasz Ørsted", "lukasz orsted"],
  ["أحمد", "احمد"],
  ["محـــمد", "محمد"],
  ["ΆΛΦΑ", "αλφα"],
  ["Ёлка", "елка"],
  ["ﬁne", "fine"],
  ["İstanbul", "istanbul"],
])("%s is searched as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("folding what was folded changes nothing", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldText(foldText(text)) === foldText(text)));
});

test.each([
  ["ada king lovelace", "akl"],
  ["jean-luc", "jl"],
  ["", ""],
  ["😀 smile", "s"],
])("%s has the initials %s", (text, initials) => {
  expect(foldedInitials(text)).toBe(initials);
});
