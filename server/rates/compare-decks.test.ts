import { micros } from "#shared/money.ts";
import { expect, test } from "vitest";
import { compareDecks, isSameDeck } from "./compare-decks.ts";
import { deckRate } from "./testing/deck-rate.ts";

const at = (prefix: string, perMinuteMicros: number, originPrefix = "") =>
  deckRate(prefix, { perMinuteMicros: micros(perMinuteMicros), originPrefix });

test("a comparison counts what is new, gone, dearer, cheaper and otherwise changed", () => {
  const before = [at("1", 10), at("33", 10), at("43", 10), at("43", 10, "49"), at("49", 10), at("81", 10)];
  const after = [
    at("1", 10),
    at("33", 12),
    at("43", 30),
    at("43", 9, "49"),
    { ...at("49", 10), incrementSeconds: 60 },
    at("44", 25),
  ];
  expect(compareDecks(before, after)).toEqual({
    added: 1,
    removed: 1,
    dearer: 2,
    cheaper: 1,
    otherwise: 1,
    unchanged: 1,
    steepest: { before: at("43", 10), after: at("43", 30) },
    dearest: at("43", 30),
  });
});

test("a deck compared with itself has changed nothing, in whatever order its lines are", () => {
  const deck = [at("1", 10), at("33", 12), at("33", 11, "1")];
  expect(isSameDeck(compareDecks(deck, deck.toReversed()))).toBe(true);
});

test.each([
  ["has another line", [at("1", 10), at("2", 10)]],
  ["lacks a line", []],
  ["costs the carrier's customer another amount", [{ ...at("1", 10), costPerMinuteMicros: micros(1) }]],
])("a deck that %s is not the same", (_what, after) => {
  expect(isSameDeck(compareDecks([at("1", 10)], after))).toBe(false);
});
