import fc from "fast-check";
import { expect, test } from "vitest";
import { placeCard } from "./place-card.ts";

const card = { width: 280, height: 120 };
const view = { width: 1000, height: 700 };

test("a card stands under its number", () => {
  expect(placeCard({ anchor: { left: 100, top: 100, width: 90, height: 20 }, card, view })).toEqual({
    left: 100,
    top: 128,
    side: "below",
  });
});

test("at the lower edge it stands above", () => {
  expect(placeCard({ anchor: { left: 100, top: 650, width: 90, height: 20 }, card, view })).toEqual({
    left: 100,
    top: 522,
    side: "above",
  });
});

test("it is inside any window that has room for it", () => {
  const anchor = fc.record({
    left: fc.integer({ min: -200, max: 1200 }),
    top: fc.integer({ min: -200, max: 900 }),
    width: fc.nat(400),
    height: fc.nat(60),
  });
  fc.assert(
    fc.property(anchor, (anchor) => {
      const { left, top } = placeCard({ anchor, card, view });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + card.width).toBeLessThanOrEqual(view.width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + card.height).toBeLessThanOrEqual(view.height);
    }),
  );
});
