import { join } from "node:path";
import { expect } from "@playwright/test";
import { parseMessagesFile } from "@wxt-dev/i18n/build";
import type { Page } from "playwright-core";

const localesFolder = join(import.meta.dirname, "../../extension/locales");

/** Names in the demo account that are words as well. */
const demoContacts = new Set(["Echo"]);

/** What Ringback says in a language, by the keys that its code has for it. */
export async function readWords(locale: string): Promise<Map<string, string>> {
  const messages = await parseMessagesFile(join(localesFolder, `${locale}.yml`));
  return new Map(messages.flatMap((each) => (each.type === "simple" ? [[each.key.join("."), each.message] as const] : [])));
}

/** English sentences that are others in this language: none of them may be seen there. */
export async function wordsLeftOut(locale: string): Promise<Set<string>> {
  const [english, words] = await Promise.all([readWords("en"), readWords(locale)]);
  const texts = new Set(words.values());
  return new Set([...english].filter(([key, text]) => words.get(key) !== text && !texts.has(text)).map(([, text]) => text));
}

/** Expects a page to be in a language, to run its way, and to show no English, no name of a message and nothing cut off. */
export async function expectSpeaks(
  page: Page,
  { locale, direction }: { locale: string; direction: "ltr" | "rtl" },
): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${locale}\\b`));
  await expect(page.locator("html")).toHaveAttribute("dir", direction);
  expectWords(await page.evaluate(readPage), { english: await wordsLeftOut(locale) });
  expect(await page.evaluate(overflowPx), "nothing is wider than the page").toBeLessThanOrEqual(0);
}

/** Expects lines that a person reads to hold no English sentence, nothing that was to be put in, and no name of a message. */
export function expectWords(lines: readonly string[], { english }: { english: ReadonlySet<string> }): void {
  expect(lines.filter((line) => english.has(line.trim()) && !demoContacts.has(line.trim()))).toEqual([]);
  expect(lines.filter((line) => /\{\w+\}|<\/?\w+>|\b[a-z]+(?:_[a-z]\w*){1,3}\b|\b[a-z]+\.[a-z]+[A-Z]\w*\b/.test(line))).toEqual(
    [],
  );
}

/** Runs in the page. Lines that are seen, and labels that are heard. */
function readPage(): string[] {
  const labelled = [...document.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap((element) =>
    ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name) ?? ""),
  );
  return [document.title, ...document.body.innerText.split("\n"), ...labelled].filter((line) => line.trim() !== "");
}

/** Runs in the page. */
function overflowPx(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}
