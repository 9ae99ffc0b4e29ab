import { i18n } from "#i18n";

/**
 * The language of every word, date, number and name of a country. The words decide: in a browser whose language has none
 * here they are English, and English words with French dates would be neither. The browser says of which land, as in "es-MX".
 */
export const language = spokenLanguage(i18n.t("locale.language"), chrome.i18n.getUILanguage());

/** The way the language runs, for `dir`. */
export const direction = i18n.t("locale.direction");

/** The browser's own tag where its words are spoken, else the language of the words. */
export function spokenLanguage(words: string, browserLanguage: string): string {
  return new Intl.Locale(browserLanguage).language === words ? browserLanguage : words;
}
