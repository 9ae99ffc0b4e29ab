import type { LocaleName } from "./locale-texts.ts";
import { messagesOf } from "./messages.ts";

const spoken = { locale: "en" as LocaleName };
const read = new Map<LocaleName, Map<string, string>>();

/**
 * Puts `chrome.i18n` where the extension looks for it, answering from the locale files: words in tests are the words that are
 * shipped. Falls back to English as Chrome does.
 */
export function giveWords(): void {
  Object.assign(globalThis, { chrome: { i18n: { getMessage, getUILanguage: () => spoken.locale } } });
}

/** Another language for what follows. What a module has computed when it was loaded stays as it was. */
export function speak(locale: LocaleName): void {
  spoken.locale = locale;
}

function getMessage(key: string): string {
  const message = wordsOf(spoken.locale).get(key) ?? wordsOf("en").get(key);
  // Chrome would say nothing at all.
  if (message === undefined) throw new Error(`There are no words for "${key}" in any locale file.`);
  return message;
}

function wordsOf(locale: LocaleName): Map<string, string> {
  const words = read.get(locale) ?? messagesOf(locale);
  read.set(locale, words);
  return words;
}
