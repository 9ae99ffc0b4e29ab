import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LossyLine } from "./lossy-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends so many packets 20 ms apart, and gives which came when. */
function carryOver(line: LossyLine, count: number): [packet: number, atMs: number][] {
  const came: [number, number][] = [];
  const startMs = Date.now();
  for (let packet = 0; packet < count; packet += 1) {
    line.carry(() => came.push([packet, Date.now() - startMs]));
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(1000);
  return came;
}

test("a good network brings every packet at once and in order", () => {
  expect(carryOver(new LossyLine(), 5)).toEqual([0, 1, 2, 3, 4].map((packet) => [packet, packet * 20]));
});

test.each([0.05, 0.1, 0.25, 0.5, 1])("a share of %d lost is that share of packets, evenly", (lossShare) => {
  const line = new LossyLine();
  line.impair({ lossShare, burstMs: 0 });
  expect(carryOver(line, 200).length).toBe(Math.round(200 * (1 - lossShare)));
});

test("what comes in bursts comes late, all of it and in order", () => {
  const line = new LossyLine();
  line.impair({ lossShare: 0, burstMs: 50 });
  expect(carryOver(line, 6)).toEqual([
    [0, 50],
    [1, 50],
    [2, 50],
    [3, 110],
    [4, 110],
    [5, 110],
  ]);
});

test("nothing overtakes what a bad network still holds when it is mended", () => {
  const line = new LossyLine();
  line.impair({ lossShare: 0, burstMs: 50 });
  const came: string[] = [];
  line.carry(() => came.push("held"));
  line.impair({ lossShare: 0, burstMs: 0 });
  line.carry(() => came.push("next"));
  vi.advanceTimersByTime(50);
  line.carry(() => came.push("last"));
  expect(came).toEqual(["held", "next", "last"]);
});

test("a network that is mended is a good one again", () => {
  const line = new LossyLine();
  line.impair({ lossShare: 1, burstMs: 50 });
  expect(carryOver(line, 5)).toEqual([]);
  line.impair({ lossShare: 0, burstMs: 0 });
  expect(carryOver(line, 5)).toHaveLength(5);
});

test("what is still on its way when the line closes never comes", () => {
  const line = new LossyLine();
  line.impair({ lossShare: 0, burstMs: 500 });
  const send = vi.fn<() => void>();
  line.carry(send);
  line.close();
  vi.advanceTimersByTime(1000);
  expect(send).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
