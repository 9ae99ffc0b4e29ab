import { micros } from "#shared/money.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sellingPrice, type DeckTerms } from "./deck-terms.ts";
import { makeDeckRates } from "./make-deck.ts";
import type { Price } from "./read-price-line.ts";

const atCost: DeckTerms = {
  clientLegPerMinuteMicros: micros(4_000),
  markupBasisPoints: 0,
  markupPerMinuteMicros: micros(0),
  incrementSeconds: 1,
  minimumSeconds: 0,
  connectMicros: micros(0),
};

function price(overrides: Partial<Price> = {}): Price {
  return {
    where: "line 2",
    description: "Austria",
    perMinuteMicros: micros(100_000),
    originPrefixes: [""],
    destinationPrefixes: ["43"],
    ...overrides,
  };
}

describe("a deck made of a carrier's prices", () => {
  test("sells both legs with the markup on them, and keeps what they cost", () => {
    const terms = { ...atCost, markupBasisPoints: 2_000, markupPerMinuteMicros: micros(1_000), incrementSeconds: 60 };
    expect(makeDeckRates([price()], terms).rates).toEqual([
      {
        destinationPrefix: "43",
        originPrefix: "",
        description: "Austria",
        costPerMinuteMicros: 104_000,
        perMinuteMicros: 125_800,
        incrementSeconds: 60,
        minimumSeconds: 0,
        connectMicros: 0,
      },
    ]);
  });

  test("has a line for each prefix of the number and each of the caller", () => {
    const { rates } = makeDeckRates([price({ destinationPrefixes: ["43", "431"], originPrefixes: ["", "49"] })], atCost);
    expect(rates.map((rate) => `${rate.destinationPrefix}<${rate.originPrefix}`)).toEqual(["43<", "43<49", "431<", "431<49"]);
  });

  test.each([
    ["the cheaper comes last", [200_000, 100_000]],
    ["the dearer comes last", [100_000, 200_000]],
  ])("takes the dearer of two prices for one call when %s, and tells of it once", (_what, [first = 0, second = 0]) => {
    const destinationPrefixes = ["43", "431", "432"];
    const { rates, conflicts } = makeDeckRates(
      [
        price({ where: "line 2", destinationPrefixes, perMinuteMicros: micros(first) }),
        price({ where: "line 9", destinationPrefixes, perMinuteMicros: micros(second) }),
      ],
      atCost,
    );
    expect(rates.map((rate) => rate.costPerMinuteMicros)).toEqual([204_000, 204_000, 204_000]);
    expect(conflicts).toEqual([
      { where: "line 9", why: expect.stringMatching(/^a minute to 43 costs .* on line 2; the dearer would stand$/) as string },
    ]);
  });

  test("is not troubled by the same price twice", () => {
    const { rates, conflicts } = makeDeckRates([price(), price({ where: "line 3" })], atCost);
    expect({ count: rates.length, conflicts }).toEqual({ count: 1, conflicts: [] });
  });
});

describe("the selling price", () => {
  test("is never below the cost with its markup, and less than a micro-dollar above it", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(1_000_000), fc.nat(1_000_000), (cost, markupBasisPoints, fixed) => {
        const terms = { ...atCost, markupBasisPoints, markupPerMinuteMicros: micros(fixed) };
        const sold = BigInt(sellingPrice(micros(cost), terms) - fixed) * 10_000n;
        const exact = BigInt(cost) * BigInt(10_000 + markupBasisPoints);
        expect(sold >= exact && sold < exact + 10_000n).toBe(true);
      }),
    );
  });
});
