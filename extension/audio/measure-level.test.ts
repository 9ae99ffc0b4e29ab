import { expect, test } from "vitest";
import { levelOf } from "./measure-level.ts";

const tone = (amplitude: number) => Float32Array.from({ length: 2048 }, (_, at) => amplitude * Math.sin(at / 7));

test("silence is nothing and full scale is everything", () => {
  expect(levelOf(new Float32Array(2048))).toBe(0);
  expect(levelOf(Float32Array.from({ length: 2048 }, () => 1))).toBe(1);
});

test("a voice ten times as loud rises by a third, as ears have it", () => {
  expect(levelOf(tone(0.5)) - levelOf(tone(0.05))).toBeCloseTo(20 / 60, 2);
});

test("what is too soft to hear is nothing", () => {
  expect(levelOf(tone(0.0001))).toBe(0);
});
