import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeVoice } from "./judge-voice.ts";
import { levelOf } from "./measure-level.ts";

/** Five seconds of a tone at so many decibels for a part of the time, in a room that is at -58. */
function recordingOf(decibels: number, partOfTime: number): number[] {
  return Array.from({ length: 150 }, (_, at) => levelOfTone(at < 150 * partOfTime ? decibels : -58));
}

function levelOfTone(decibels: number): number {
  const amplitude = Math.SQRT2 * 10 ** (decibels / 20);
  return levelOf(Float32Array.from({ length: 2048 }, (_, at) => amplitude * Math.sin(at / 7)));
}

test.each([
  ["a voice that talks all the time", -20, 0.8, "clear"],
  ["a few words among pauses", -25, 0.15, "clear"],
  ["a voice from across the room", -45, 0.5, "quiet"],
  ["a room in which nobody talks", -58, 1, "nothing"],
  ["one knock on the table", -10, 0.03, "nothing"],
] as const)("%s is heard as it is", (_, decibels, partOfTime, verdict) => {
  expect(judgeVoice(recordingOf(decibels, partOfTime))).toBe(verdict);
});

test("silence is nothing, and so is a recording of no length", () => {
  expect(judgeVoice(Array.from({ length: 150 }, () => 0))).toBe("nothing");
  expect(judgeVoice([])).toBe("nothing");
});

test("whoever is louder is never heard worse", () => {
  const rank = { nothing: 0, quiet: 1, clear: 2 };
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (levels, more) => {
        const louder = levels.map((level) => Math.min(1, level + more));
        expect(rank[judgeVoice(louder)]).toBeGreaterThanOrEqual(rank[judgeVoice(levels)]);
      },
    ),
  );
});
