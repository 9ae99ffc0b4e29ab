import { expect, test } from "vitest";
import { localeNames, type LocaleName } from "./testing/locale-texts.ts";
import { messagesOf } from "./testing/messages.ts";

const english = messagesOf("en");
const others = localeNames.filter((locale) => locale !== "en");
const pluralForm = /_(zero|one|two|few|many|other)$/;
// More than any screen counts. Spanish has a form of its own for millions.
const mostCounted = 1_000;

test.each(others)("%s says all that English says, and nothing else", (locale) => {
  expect(sentencesOf(locale)).toEqual(sentencesOf("en"));
});

test.each(localeNames)("%s has each form that it needs for what is counted", (locale) => {
  const needed = formsOf(locale);
  const stems = [...english.keys()].filter((key) => key.endsWith("_other")).map(stemOf);
  for (const stem of stems) {
    const forms = [...messagesOf(locale).keys()].filter((key) => pluralForm.test(key) && stemOf(key) === stem);
    expect(forms.map((key) => key.slice(stem.length + 1)).toSorted(), stem).toEqual(needed);
  }
});

test.each(others)("%s puts in what English puts in", (locale) => {
  for (const [key, message] of messagesOf(locale)) {
    const expected = english.get(key) ?? english.get(`${stemOf(key)}_other`) ?? "";
    const isCounted = pluralForm.test(key);
    // "One call" and "two calls" need no figure where the language has words for them.
    const without = (names: string[]) => (isCounted ? names.filter((name) => name !== "{count}") : names);
    expect(without(insertsOf(message)), `${locale}: ${key}`).toEqual(without(insertsOf(expected)));
  }
});

test.each(localeNames)("%s leaves nothing empty, and nothing to Chrome's own placeholders", (locale) => {
  for (const [key, message] of messagesOf(locale)) {
    expect(message.trim(), `${locale}: ${key}`).toBe(message);
    expect(message, `${locale}: ${key}`).not.toBe("");
    expect(message, `${locale}: ${key}`).not.toContain("$");
  }
});

// Written alike in both, each by its own right.
const alike = {
  de: new Set(["International", "Limits", "Server", "Jitter", "Echo", "Status", "Name"]),
  es: new Set(["{amount}/min", "{number} ext. {digits}", "{number} ext. {extension}"]),
};

test.each(["de", "es"] as const)("%s leaves nothing in English", (locale) => {
  const untranslated = [...messagesOf(locale)].filter(
    ([key, message]) =>
      !key.startsWith("locale_") &&
      message === english.get(key) &&
      /\p{L}{2,}/u.test(withoutNames(message)) &&
      !alike[locale].has(message),
  );
  expect(untranslated).toEqual([]);
});

test("ar leaves nothing in another script", () => {
  const untranslated = [...messagesOf("ar")].filter(
    ([key, message]) =>
      !key.startsWith("locale_") && /\p{L}{2,}/u.test(withoutNames(message)) && !/\p{Script=Arabic}/u.test(message),
  );
  expect(untranslated).toEqual([]);
});

/** A message without what is put in, and without names, which are the same everywhere. */
function withoutNames(message: string): string {
  return message.replace(/\{\w+\}|<\/?\w+>|Ringback|Twilio|Chrome/g, "");
}

function sentencesOf(locale: LocaleName): string[] {
  return [...new Set([...messagesOf(locale).keys()].map((key) => stemOf(key)))].toSorted();
}

function formsOf(locale: LocaleName): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: mostCounted }, (_, count) => rules.select(count)))].toSorted();
}

function stemOf(key: string): string {
  return key.replace(pluralForm, "");
}

/** Names and tags, however often and in whatever order. */
function insertsOf(message: string): string[] {
  return [...new Set(message.match(/\{\w+\}|<\/?\w+>/g))].toSorted();
}
