import { micros } from "#shared/money.ts";
import type { E164 } from "#shared/phone-number.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { number } from "../store/contract/fixture.ts";
import type { DeckRate } from "../store/rate-store.ts";
import { createRateDeck } from "./rate-deck.ts";
import { deckRate } from "./testing/deck-rate.ts";

const landline = number("+43 1 5123456");
const mobile = number("+43 664 1234567");
const german = number("+49 30 901820");
const bahamian = number("+1 242 322 1234");
const american = number("+1 415 555 0100");
const japanese = number("+81 3 3210 7000");

const price = (perMinuteMicros: number, originPrefix = "") => ({ perMinuteMicros: micros(perMinuteMicros), originPrefix });

describe("a rate deck", () => {
  const deck = createRateDeck({
    id: "test",
    rates: [
      deckRate("43", price(170)),
      deckRate("43", price(17, "49")),
      deckRate("43", price(16, "1")),
      deckRate("43", price(171, "1242")),
      deckRate("43664", price(264)),
      deckRate("43664123", price(35, "49")),
    ],
  });
  const perMinute = (to: E164, from?: E164) => deck.findRate({ to, from })?.rate.perMinuteMicros;

  test("answers with a snapshot that says which deck and which line it is from", () => {
    expect(deck.findRate({ to: mobile })).toEqual({
      description: "Numbers with 43664",
      originPrefix: "",
      costPerMinuteMicros: 10_000,
      rate: {
        deckId: "test",
        destinationPrefix: "43664",
        perMinuteMicros: 264,
        incrementSeconds: 1,
        minimumSeconds: 0,
        connectMicros: 0,
      },
    });
  });

  test("is asked by the longest prefix of the number", () => {
    expect(perMinute(landline)).toBe(170);
    expect(perMinute(mobile)).toBe(264);
  });

  test("is asked by the longest prefix of the caller ID", () => {
    expect(perMinute(landline, german)).toBe(17);
    expect(perMinute(landline, american)).toBe(16);
    expect(perMinute(landline, bahamian)).toBe(171);
    expect(perMinute(landline, japanese)).toBe(170);
  });

  test("goes by a shorter prefix for callers whom the longest is not for", () => {
    expect(perMinute(mobile, german)).toBe(35);
    expect(perMinute(mobile, american)).toBe(264);
    expect(perMinute(mobile)).toBe(264);
  });

  test("gives no rate for where it has none", () => {
    expect(perMinute(german)).toBeUndefined();
    expect(createRateDeck({ id: "empty", rates: [] }).findRate({ to: german })).toBeUndefined();
  });

  test("has no price for callers from elsewhere where all its prices are for some", () => {
    const { findRate } = createRateDeck({ id: "test", rates: [deckRate("43", price(17, "49"))] });
    expect(findRate({ to: landline, from: german })).toBeDefined();
    expect(findRate({ to: landline, from: american })).toBeUndefined();
    expect(findRate({ to: landline })).toBeUndefined();
  });
});

/** Of the lines that fit the call, the one with the longest prefix of the number, and of these that of the caller. */
function scan(deck: readonly DeckRate[], to: string, from: string | undefined): DeckRate | undefined {
  const [best] = deck
    .filter((line) => to.startsWith(line.destinationPrefix) && (from ?? "").startsWith(line.originPrefix))
    .toSorted((a, b) => b.destinationPrefix.length - a.destinationPrefix.length || b.originPrefix.length - a.originPrefix.length);
  return best;
}

// Few different digits, so that the prefixes of a random deck have something to do with a random number.
const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom("1", "2"), minLength: 1, maxLength });

describe("any rate deck", () => {
  const rates = fc.uniqueArray(
    fc.record({
      destinationPrefix: digits(5),
      originPrefix: fc.oneof(fc.constant(""), digits(3)),
      perMinuteMicros: fc.integer({ min: 0, max: 9 }).map(micros),
    }),
    { selector: ({ destinationPrefix, originPrefix }) => `${destinationPrefix}<${originPrefix}`, maxLength: 40 },
  );

  test("answers as a scan over its lines does", () => {
    fc.assert(
      fc.property(rates, digits(8), fc.option(digits(6), { nil: undefined }), (lines, toDigits, fromDigits) => {
        const deck = lines.map((line) => deckRate(line.destinationPrefix, line));
        const expected = scan(deck, toDigits, fromDigits);
        const [to, from] = [`+${toDigits}` as E164, fromDigits === undefined ? undefined : (`+${fromDigits}` as E164)];
        const found = createRateDeck({ id: "any", rates: deck }).findRate({ to, from });
        expect(found?.rate.destinationPrefix).toBe(expected?.destinationPrefix);
        expect(found?.originPrefix).toBe(expected?.originPrefix);
        expect(found?.rate.perMinuteMicros).toBe(expected?.perMinuteMicros);
      }),
      { numRuns: 3_000 },
    );
  });
});
