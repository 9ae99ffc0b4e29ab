import { expect, test } from "vitest";
import { spokenLanguage } from "./language.ts";

test("dates and numbers are those of the words, in the manner of the browser's land", () => {
  expect(spokenLanguage("en", "en-GB")).toBe("en-GB");
  expect(spokenLanguage("es", "es-419")).toBe("es-419");
});

test("a browser in a language that Ringback has no words in gets English dates to its English words", () => {
  expect(spokenLanguage("en", "fr")).toBe("en");
});
