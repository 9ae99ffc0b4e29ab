import { describe, expect, it } from "vitest";
import { RtpTimeline } from "./rtp-timeline.ts";

function timeline(start = { sequenceNumber: 7, timestamp: 1000 }) {
  return new RtpTimeline({ clockRate: 48_000, start });
}

describe("packets sent in a row", () => {
  it("get successive numbers and timestamps by the sound they hold, whenever they are sent", () => {
    const stream = timeline();
    expect(stream.next({ durationMs: 20, nowMs: 0 })).toEqual({ sequenceNumber: 7, timestamp: 1000, marker: true });
    expect(stream.next({ durationMs: 60, nowMs: 35 })).toEqual({ sequenceNumber: 8, timestamp: 1960, marker: false });
    expect(stream.next({ durationMs: 20, nowMs: 36 })).toEqual({ sequenceNumber: 9, timestamp: 4840, marker: false });
  });

  it("wrap around at the ends of the fields", () => {
    const stream = timeline({ sequenceNumber: 0xffff, timestamp: 0xffff_ffff });
    stream.next({ durationMs: 20, nowMs: 0 });
    expect(stream.next({ durationMs: 20, nowMs: 20 })).toEqual({ sequenceNumber: 0, timestamp: 959, marker: false });
  });
});

describe("the first packet after a silence", () => {
  it("is marked, and its timestamp counts the silence", () => {
    const stream = timeline();
    stream.next({ durationMs: 20, nowMs: 0 });
    expect(stream.next({ durationMs: 20, nowMs: 1000 })).toEqual({ sequenceNumber: 8, timestamp: 49_000, marker: true });
  });
});
