import { browser } from "wxt/browser";
import { markScript } from "./mark-script.ts";
import { currentSites, patternsOf, watchSites, type Sites } from "./site-access.ts";
import { syncTab } from "./sync-tab.ts";

const scriptId = "marks";

/**
 * Keeps the content script where the person opted in and nowhere else; runs in the service worker, and is called as soon as that starts.
 * It goes by the browser's grants, since the popup that asked for one is closed by the browser's own question.
 */
export function hostSites(): void {
  browser.runtime.onInstalled.addListener(() => void syncSites());
  browser.runtime.onStartup.addListener(() => void syncSites());
  watchSites(() => void syncSites(), new AbortController().signal);
  // Grants can change while no worker listens: by policy, or in the settings of a browser that is being closed.
  void catchUp();
}

/** Registers the content script for the sites granted, and brings the tabs that are open in line. */
async function syncSites(): Promise<void> {
  // Two grants in one go must not register twice. The tabs are not waited for: a page that hangs would hold up the next grant.
  await navigator.locks.request("sites", async () => register(await currentSites()));
  // A tab put to sleep loads its page anew, and the script that is registered then comes with it.
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [syncTab(id)])));
}

async function catchUp(): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const { matches, excludeMatches } = patternsOf(await currentSites());
  const isRight = sameSet(registered?.matches ?? [], matches) && sameSet(registered?.excludeMatches ?? [], excludeMatches);
  if (!isRight) await syncSites();
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}

async function register(sites: Sites): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  const { matches, excludeMatches } = patternsOf(sites);
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      matches,
      excludeMatches,
      ...markScript,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}
