import fc from "fast-check";
import { expect, test } from "vitest";
import { placeCard, type Anchor, type Box, type CardPlace } from "./place-card.ts";

const card = { width: 280, height: 220 };
const view = { left: 0, top: 0, width: 1000, height: 700 };

function at(box: Box, isRightToLeft = false): Anchor {
  return { whole: box, part: box, isRightToLeft };
}

function boxOf({ left, top, maxHeight }: CardPlace, height = card.height): Box {
  return { left, top, width: card.width, height: Math.min(height, maxHeight) };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

test("a card stands under its number, and begins where it begins", () => {
  expect(placeCard({ anchor: at({ left: 100, top: 100, width: 90, height: 20 }), card, view })).toMatchObject({
    left: 100,
    top: 128,
    side: "below",
  });
});

test("in text from right to left it ends where the number begins", () => {
  expect(placeCard({ anchor: at({ left: 600, top: 100, width: 90, height: 20 }, true), card, view }).left).toBe(410);
});

test("at the lower edge it stands above", () => {
  expect(placeCard({ anchor: at({ left: 100, top: 650, width: 90, height: 20 }), card, view })).toMatchObject({
    top: 422,
    side: "above",
  });
});

test("a number over two lines is covered in neither", () => {
  const anchor = {
    whole: { left: 0, top: 100, width: 900, height: 40 },
    part: { left: 840, top: 100, width: 60, height: 20 },
    isRightToLeft: false,
  };
  expect(placeCard({ anchor, card, view })).toMatchObject({ top: 148, left: 712 });
});

test("in a window too low for below and above it stands beside, and is scrolled where that is too low as well", () => {
  const low = { ...view, height: 200 };
  const place = placeCard({ anchor: at({ left: 100, top: 90, width: 90, height: 20 }), card, view: low });
  expect(place).toMatchObject({ side: "beside", left: 198, top: 8, maxHeight: 184 });
});

test("where there is no room beside, either, it takes the roomier side and is scrolled", () => {
  const narrow = { ...view, width: 320, height: 360 };
  const place = placeCard({ anchor: at({ left: 20, top: 120, width: 90, height: 20 }), card, view: narrow });
  expect(place).toMatchObject({ side: "below", top: 148, maxHeight: 204 });
});

test("a card that grows stays on its side and is scrolled, unless there is no room left at all", () => {
  const anchor = at({ left: 100, top: 400, width: 90, height: 20 });
  const grown = { ...card, height: 350 };
  expect(placeCard({ anchor, card: grown, view }).side).toBe("above");
  expect(placeCard({ anchor, card: grown, view, side: "below" })).toMatchObject({ side: "below", top: 428, maxHeight: 264 });
  const low = at({ left: 100, top: 600, width: 90, height: 20 });
  expect(placeCard({ anchor: low, card: grown, view, side: "below" }).side).toBe("above");
});

const someView = fc.record({
  left: fc.integer({ min: 0, max: 200 }),
  top: fc.integer({ min: 0, max: 200 }),
  width: fc.integer({ min: 300, max: 2000 }),
  height: fc.integer({ min: 40, max: 1500 }),
});
const someAnchor = fc.record({
  left: fc.integer({ min: -200, max: 1200 }),
  top: fc.integer({ min: -200, max: 900 }),
  width: fc.integer({ min: 1, max: 400 }),
  height: fc.integer({ min: 1, max: 60 }),
});
const someHeight = fc.integer({ min: 20, max: 900 });

test("it is inside any view that is as wide as it", () => {
  fc.assert(
    fc.property(someView, someAnchor, someHeight, fc.boolean(), (view, box, height, isRightToLeft) => {
      const { left, top, ...rest } = boxOf(
        placeCard({ anchor: at(box, isRightToLeft), card: { width: 280, height }, view }),
        height,
      );
      expect(left).toBeGreaterThanOrEqual(view.left);
      expect(left + rest.width).toBeLessThanOrEqual(view.left + view.width);
      expect(top).toBeGreaterThanOrEqual(view.top);
      expect(top + rest.height).toBeLessThanOrEqual(view.top + view.height);
    }),
  );
});

test("it never covers its number where the view has room for both", () => {
  fc.assert(
    fc.property(someView, someAnchor, someHeight, fc.boolean(), (view, box, height, isRightToLeft) => {
      fc.pre(view.height >= 2 * 128 + 2 * 8 + box.height);
      fc.pre(box.top >= view.top && box.top + box.height <= view.top + view.height);
      const place = placeCard({ anchor: at(box, isRightToLeft), card: { width: 280, height }, view });
      expect(overlap(boxOf(place, height), box)).toBe(false);
    }),
  );
});
