import { afterEach, expect, test } from "vitest";
import { inLanguage } from "../locales/testing/in-language.ts";
import { speak } from "../locales/testing/speak.ts";

afterEach(() => speak("en"));

test.each([
  ["en", 1, "One call at a time."],
  ["en", 2, "Up to 2 calls at once."],
  ["de", 1_000, "Bis zu 1.000 Anrufe gleichzeitig."],
  ["ar", 2, "حتى مكالمتين في الوقت نفسه."],
  ["ar", 3, "حتى 3 مكالمات في الوقت نفسه."],
  ["ar", 11, "حتى 11 مكالمة في الوقت نفسه."],
  ["ar", 102, "حتى 102 مكالمة في الوقت نفسه."],
] as const)("%s says so for %d", async (locale, count, sentence) => {
  const { counted } = await inLanguage(locale, () => import("./counted.ts"));
  expect(counted("wallet.limits.atOnce", count)).toBe(sentence);
});
