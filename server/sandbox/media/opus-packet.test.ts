import { describe, expect, it } from "vitest";
import { packetDurationMs } from "./opus-packet.ts";

describe("the duration of an Opus packet", () => {
  it.each([
    ["SILK, 10 ms", [0 << 3], 10],
    ["SILK, 60 ms", [11 << 3], 60],
    ["hybrid, 20 ms", [13 << 3], 20],
    ["CELT, 2.5 ms", [16 << 3], 2.5],
    ["CELT, 20 ms", [31 << 3], 20],
    ["two frames of equal size", [(31 << 3) | 1], 40],
    ["two frames of different size", [(31 << 3) | 2], 40],
    ["six frames of 20 ms", [(31 << 3) | 3, 6], 120],
    ["an empty packet", [], 0],
    ["a packet cut off after its first byte", [(31 << 3) | 3], 0],
  ])("is known for %s", (_, bytes, durationMs) => {
    expect(packetDurationMs(Uint8Array.from(bytes))).toBe(durationMs);
  });
});
