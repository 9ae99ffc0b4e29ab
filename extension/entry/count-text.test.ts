import { expect, test } from "vitest";
import { countText } from "./count-text.ts";

test.each([
  [0, ""],
  [1, "1"],
  [999, "999"],
  [1000, "999+"],
])("%d numbers are written as %j", (count, text) => {
  expect(countText(count)).toBe(text);
});
