import { browser } from "wxt/browser";
import type { Sender } from "../platform/messenger.ts";
import { settingsStore } from "../platform/settings-store.ts";
import type { PageReading } from "./page-finder.ts";
import { siteOf } from "./page-site.ts";
import { choicesFor, noChoices, siteChoicesStore } from "./site-choices.ts";

/** Tells a frame how its numbers are to be read, and nothing of other sites; brings the page tools into it if it has none. */
export async function prepareFrame({ needsTools }: { needsTools: boolean }, sender: Sender): Promise<PageReading> {
  if (needsTools) await loadTools(sender);
  const [{ defaultCountry }, choices] = await Promise.all([settingsStore.read(), siteChoicesStore.read()]);
  const site = siteOf(sender);
  return { userCountry: defaultCountry, choices: site ? choicesFor(choices, site) : noChoices };
}

/**
 * The phone library weighs five times as much as everything else, so it comes only into frames where a number may be, and
 * from here: a script that a page could load by its address would tell the page who is reading it.
 */
async function loadTools({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ["/page-tools.js"] });
}
