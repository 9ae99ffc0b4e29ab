import { expect, test } from "vitest";
import { stepAfter, stepOf, steps } from "./steps.ts";

test("an address that names a step leads to it, done or not", () => {
  for (const step of steps) expect(stepOf(`#${step}`, new Set(steps))).toBe(step);
});

test("without one, the first step still to be done comes", () => {
  expect(stepOf("", new Set())).toBe("connect");
  expect(stepOf("#elsewhere", new Set(["connect", "microphone"]))).toBe("sites");
  expect(stepOf("", new Set(steps))).toBe("try");
});

test("steps follow one another to the last", () => {
  expect(stepAfter("connect")).toBe("microphone");
  expect(stepAfter("try")).toBeUndefined();
});
