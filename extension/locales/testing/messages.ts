import { generateChromeMessages, parseMessagesText } from "@wxt-dev/i18n/build";
import { localeTexts, type LocaleName } from "./locale-texts.ts";

/** A locale's messages as they are shipped: what Chrome reads of `_locales`, made by what makes it in a build. */
export function messagesOf(locale: LocaleName): Map<string, string> {
  const messages = generateChromeMessages(parseMessagesText(localeTexts[locale], "YAML"));
  return new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
}
