import { expect, test } from "vitest";
import { stepAfter, stepOf, steps } from "./steps.ts";

test("every step has an address that leads to it", () => {
  for (const step of steps) expect(stepOf(`#${step}`)).toBe(step);
});

test("without one, or with another, it begins at the beginning", () => {
  expect(stepOf("")).toBe("connect");
  expect(stepOf("#elsewhere")).toBe("connect");
});

test("steps follow one another to the last", () => {
  expect(stepAfter("connect")).toBe("microphone");
  expect(stepAfter("try")).toBeUndefined();
});
