import { expect, test } from "vitest";
import { createTimeline } from "./timeline.ts";

function planned(...delaysMs: number[]) {
  const timeline = createTimeline(1_000);
  for (const delayMs of delaysMs) timeline.after(delayMs, `after ${delayMs}`, () => undefined);
  return timeline;
}

test("what is planned happens by time, and what is planned for one time by age", () => {
  const timeline = planned(30, 10, 20);
  timeline.after(10, "younger", () => undefined);
  const order = Array.from({ length: 4 }, () => timeline.take({ most: 1, windowMs: 0 })[0]?.what);
  expect(order).toEqual(["after 10", "younger", "after 20", "after 30"]);
  expect(timeline.nextMs()).toBeUndefined();
});

test("time passes to the last of what happens together", () => {
  const timeline = planned(10, 20, 500);
  expect(timeline.take({ most: 5, windowMs: 100 }).map(({ what }) => what)).toEqual(["after 10", "after 20"]);
  expect(timeline.nowMs()).toBe(1_020);
});

test("no more happens at once than is asked for", () => {
  expect(planned(1, 1, 1).take({ most: 2, windowMs: 0 })).toHaveLength(2);
});
