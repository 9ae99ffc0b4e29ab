import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NumbersNews } from "./numbers-news.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("as long as nobody wants to know, nobody is told", async () => {
  const { news, tell } = start();
  news.handleChange();
  news.handleLeave();
  await vi.runAllTimersAsync();
  expect(tell).not.toHaveBeenCalled();
});

test("many changes in a row are told once, and later ones again", async () => {
  const { news, tell } = start();
  news.want(true);
  for (let change = 0; change < 100; change++) news.handleChange();
  await vi.runAllTimersAsync();
  expect(tell).toHaveBeenCalledOnce();
  news.handleChange();
  await vi.runAllTimersAsync();
  expect(tell).toHaveBeenCalledTimes(2);
});

test("once nobody wants to know any more, it ends by itself", async () => {
  const { news, tell } = start();
  tell.mockResolvedValue(false);
  news.want(true);
  await vi.runAllTimersAsync();
  news.handleChange();
  await vi.runAllTimersAsync();
  expect(tell).toHaveBeenCalledOnce();
});

test("a frame that goes, and one whose marks go, say so at once", () => {
  const { news, tell, stop } = start();
  news.want(true);
  news.handleLeave();
  expect(tell).toHaveBeenCalledOnce();
  stop.abort();
  expect(tell).toHaveBeenCalledTimes(2);
});

function start() {
  const stop = new AbortController();
  const tell = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  return { news: new NumbersNews({ tell }, stop.signal), tell, stop };
}
