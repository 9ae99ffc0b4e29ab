import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../locales/testing/in-language.ts";
import { speak } from "../locales/testing/speak.ts";

afterEach(() => speak("en"));

const load = () => import("./left-to-right.ts");

test("a number keeps its order among Arabic words", async () => {
  const { leftToRight } = await inLanguage("ar", load);
  expect(leftToRight("+44 20")).toBe("\u2066+44 20\u2069");
});

test("where words run that way themselves, nothing is added to what people copy", async () => {
  const { leftToRight } = await inLanguage("de", load);
  expect(leftToRight("+44 20")).toBe("+44 20");
});
