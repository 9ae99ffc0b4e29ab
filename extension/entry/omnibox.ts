import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import type { CallClient } from "../call/call-client.ts";
import { createApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { callNumber, layIntoDialer } from "./call-asked.ts";
import { OmniboxSession } from "./omnibox-session.ts";
import { readEntered } from "./omnibox-suggestions.ts";

type Suggest = (suggestions: { content: string; description: string }[]) => void;

/**
 * "call" in the address bar, then a number or somebody's name; runs in the service worker, and is called as soon as that starts. What is
 * typed goes nowhere: contacts and calls come from the person's own server, which is asked for the rates of those that are shown.
 */
export function hostOmnibox(calls: CallClient): void {
  let session: Promise<OmniboxSession | undefined> | undefined;
  void setDescription(i18n.t("entry.addressBar"));
  browser.omnibox.onInputStarted.addListener(() => {
    session = openSession();
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    // The worker may have been stopped between two keys.
    session ??= openSession();
    void follow(session, text, suggest);
  });
  browser.omnibox.onInputCancelled.addListener(() => {
    session = undefined;
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    session = undefined;
    void enter(text, calls);
  });
}

async function openSession(): Promise<OmniboxSession | undefined> {
  const [session, { defaultCountry, fromNumber }] = await Promise.all([sessionStore.read(), settingsStore.read()]);
  return session && new OmniboxSession({ api: createApi(session), country: defaultCountry, fromNumber });
}

async function follow(session: Promise<OmniboxSession | undefined>, text: string, suggest: Suggest): Promise<void> {
  const open = await session;
  await open?.follow(text, ({ description, suggestions }) => {
    void setDescription(description);
    suggest(suggestions);
  });
}

async function setDescription(description: string): Promise<void> {
  await browser.omnibox.setDefaultSuggestion({ description });
}

async function enter(text: string, calls: CallClient): Promise<void> {
  const { defaultCountry } = await settingsStore.read();
  const entered = readEntered(text, defaultCountry);
  if (entered.kind === "number") await callNumber(calls, entered);
  // Several people may bear the name, or none: the dialer lists whoever does.
  else await layIntoDialer(entered);
}
