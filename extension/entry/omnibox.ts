import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import type { CallClient } from "../call/call-client.ts";
import { createApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { callNumber, layIntoDialer } from "./call-asked.ts";
import { readEntered, suggestionOf } from "./omnibox-suggestions.ts";

const mostSuggestions = 6;

/**
 * "call" in the address bar, then a number or a contact's name; runs in the service worker, and is called as soon as that starts.
 * What is typed goes to the person's own server, which looks for contacts of that name, and nowhere else.
 */
export function hostOmnibox(calls: CallClient): void {
  void browser.omnibox.setDefaultSuggestion({ description: i18n.t("entry.addressBar") });
  browser.omnibox.onInputChanged.addListener((text, suggest) => void readSuggestions(text).then(suggest));
  browser.omnibox.onInputEntered.addListener((text) => void enter(text, calls));
}

async function readSuggestions(text: string): Promise<{ content: string; description: string }[]> {
  const session = await sessionStore.read();
  if (!session || text.trim() === "") return [];
  const found = await createApi(session).listContacts({ query: text.trim(), limit: mostSuggestions });
  return found.ok ? found.value.contacts.map(suggestionOf) : [];
}

async function enter(text: string, calls: CallClient): Promise<void> {
  const { defaultCountry } = await settingsStore.read();
  const entered = readEntered(text, defaultCountry);
  if (entered.kind === "number") await callNumber(calls, entered);
  // Several people may bear the name, or none: the dialer lists whoever does.
  else await layIntoDialer(entered);
}
