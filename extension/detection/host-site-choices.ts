import { browser } from "wxt/browser";
import { settingsStore } from "../platform/settings-store.ts";
import { marksChannel } from "./card-messages.ts";
import { siteChoicesStore } from "./site-choices.ts";

/**
 * Tells the pages that are open when a person changes how numbers are read, wherever that was done; runs in the service worker,
 * and is called as soon as that starts. Which site it was for is not told: each page asks, and learns of its own only.
 */
export function hostSiteChoices(): void {
  const forever = new AbortController().signal;
  siteChoicesStore.watch(() => void tellPages(), forever);
  settingsStore.watch(() => void tellPages(), forever);
}

async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  // A tab without our script has nobody who answers, which is no failure.
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [marksChannel.sendToTab(id, "askAgain")])));
}
