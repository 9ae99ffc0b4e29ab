import { describe, expect, test } from "vitest";
import { formatDuration, formatTalkTime, speakDuration } from "./format-duration.ts";

describe("formatDuration", () => {
  test.each([
    [0, "00:00"],
    [7, "00:07"],
    [65.9, "01:05"],
    [3599, "59:59"],
    [3600, "1:00:00"],
    [36_061, "10:01:01"],
  ])("shows %d s as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test("a clock that runs behind shows zero, not a negative time", () => {
    expect(formatDuration(-3)).toBe("00:00");
  });
});

describe("speakDuration", () => {
  test.each([
    [0, "0 seconds"],
    [60, "1 minute"],
    [65, "1 minute, 5 seconds"],
    [3661, "1 hour, 1 minute, 1 second"],
  ])("says %d s as %s", (seconds, text) => {
    expect(speakDuration(seconds)).toBe(text);
  });
});

describe("formatTalkTime", () => {
  test.each([
    [45, "45 sec"],
    [119, "1 min"],
    [3600, "1 hr"],
    [42_857, "11 hr 54 min"],
    [1_400_000, "16 days"],
  ])("promises no more than %d s as %s", (seconds, text) => {
    expect(formatTalkTime(seconds)).toBe(text);
  });
});
