import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Clip } from "../legs.ts";
import { ClipPlayer, realPace } from "./clip-player.ts";

const clip: Clip = { packets: Array.from({ length: 5 }, (_, i) => Uint8Array.of(i)) };
const other: Clip = { packets: [Uint8Array.of(100), Uint8Array.of(101)] };

let sent: { atMs: number; packet: number }[];
let player: ClipPlayer;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  const startMs = performance.now();
  player = new ClipPlayer({
    send: (packet) => sent.push({ atMs: performance.now() - startMs, packet: packet[0] ?? -1 }),
    pace: realPace,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function play(which: Clip, options: { signal?: AbortSignal; loop?: boolean } = {}) {
  const ended = vi.fn();
  void player.play(which, { signal: new AbortController().signal, ...options }).then(() => ended());
  return ended;
}

describe("a clip", () => {
  it("is sent one packet every 20 ms, in order, and then is over", async () => {
    const done = play(clip);
    await vi.advanceTimersByTimeAsync(99);
    expect(sent).toEqual([0, 1, 2, 3, 4].map((packet) => ({ atMs: packet * 20, packet })));
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalled();
    expect(player.isPlaying).toBe(false);
  });

  it("that loops starts over and never ends by itself", async () => {
    const done = play(clip, { loop: true });
    await vi.advanceTimersByTimeAsync(20 * 12);
    expect(sent.map(({ packet }) => packet)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2]);
    expect(done).not.toHaveBeenCalled();
  });

  it("ends at once when aborted, and sends nothing more", async () => {
    const controller = new AbortController();
    const done = play(clip, { signal: controller.signal, loop: true });
    await vi.advanceTimersByTimeAsync(30);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalled();
    const sentBefore = sent.length;
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(sentBefore);
  });

  it("that was aborted before it began sends nothing", async () => {
    const done = play(clip, { signal: AbortSignal.abort() });
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toHaveBeenCalled();
    expect(sent).toEqual([]);
  });

  it("gives way to the next one", async () => {
    const first = play(clip, { loop: true });
    await vi.advanceTimersByTimeAsync(30);
    const second = play(other);
    await vi.advanceTimersByTimeAsync(1000);
    expect(first).toHaveBeenCalled();
    expect(second).toHaveBeenCalled();
    expect(sent.map(({ packet }) => packet)).toEqual([0, 1, 100, 101]);
  });

  it("with nothing in it is over at once, even in a loop", async () => {
    const done = play({ packets: [] }, { loop: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalled();
  });
});

describe("a late timer", () => {
  it("does not slow a clip down", async () => {
    play(clip);
    await vi.advanceTimersByTimeAsync(10);
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 55);
    await vi.advanceTimersByTimeAsync(15);
    now.mockRestore();
    expect(sent.map(({ packet }) => packet)).toEqual([0, 1, 2, 3]);
  });

  it("does not burst out a whole clip after a long stall", async () => {
    play({ packets: Array.from({ length: 500 }, (_, i) => Uint8Array.of(i)) });
    await vi.advanceTimersByTimeAsync(10);
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 5000);
    await vi.advanceTimersByTimeAsync(15);
    now.mockRestore();
    expect(sent.length).toBeLessThanOrEqual(1 + 200 / 20 + 1);
  });
});
