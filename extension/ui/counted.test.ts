import { afterEach, expect, test, vi } from "vitest";
import { speak } from "../locales/testing/speak.ts";
import type { LocaleName } from "../locales/testing/locale-texts.ts";

afterEach(() => speak("en"));

/** The words for so many, in a language that the browser has been in from its start. */
async function atOnce(locale: LocaleName, count: number): Promise<string> {
  speak(locale);
  vi.resetModules();
  const { counted } = await import("./counted.ts");
  return counted("wallet.limits.atOnce", count);
}

test.each([
  ["en", 1, "One call at a time."],
  ["en", 2, "Up to 2 calls at once."],
  ["de", 1_000, "Bis zu 1.000 Anrufe gleichzeitig."],
  ["ar", 2, "حتى مكالمتين في الوقت نفسه."],
  ["ar", 3, "حتى 3 مكالمات في الوقت نفسه."],
  ["ar", 11, "حتى 11 مكالمة في الوقت نفسه."],
  ["ar", 102, "حتى 102 مكالمة في الوقت نفسه."],
] as const)("%s says so for %d", async (locale, count, sentence) => {
  expect(await atOnce(locale, count)).toBe(sentence);
});
