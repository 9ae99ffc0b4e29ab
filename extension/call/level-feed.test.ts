import { expect, test } from "vitest";
import { createLevelFeed } from "./level-feed.ts";
import type { ShownLevels } from "./level-port.ts";

function feedAt() {
  const told: ShownLevels[] = [];
  let nowMs = 5000;
  const feed = createLevelFeed(() => nowMs);
  const watcher = (levels: ShownLevels) => void told.push(levels);
  const tell = (input: number, output: number, passedMs = 50) => {
    nowMs += passedMs;
    feed.tell({ input, output });
  };
  return { feed, watcher, told, tell };
}

test("while nobody looks, nothing is told and nothing is gathered", () => {
  const { feed, watcher, told, tell } = feedAt();
  tell(0.9, 0.9, 500);
  feed.add(watcher);
  tell(0.1, 0.2, 500);
  expect(told).toEqual([{ input: 0.1, output: 0.2 }]);
});

test("who looks is told the loudest of each tenth of a second, ten times a second", () => {
  const { feed, watcher, told, tell } = feedAt();
  feed.add(watcher);
  tell(0, 0, 100);
  for (let second = 0; second < 10; second += 1) {
    tell(0.1, 0.5);
    tell(0.3, 0);
  }
  expect(told.slice(1)).toEqual(Array.from({ length: 10 }, () => ({ input: 0.3, output: 0.5 })));
});

test("who has looked away is told nothing more", () => {
  const { feed, watcher, told, tell } = feedAt();
  feed.add(watcher);
  feed.remove(watcher);
  tell(0.5, 0.5, 500);
  expect(told).toEqual([]);
});
