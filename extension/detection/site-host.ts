import { browser, type Browser } from "wxt/browser";
import { marksChannel } from "./card-messages.ts";
import { grantedPatterns, patternOf } from "./site-access.ts";

const scriptId = "marks";
const script = { js: ["/content-scripts/content.js"], css: ["/content-scripts/content.css"] };

/**
 * Keeps the content script where the person opted in and nowhere else; runs in the service worker, and is called as soon as that starts.
 * It goes by the browser's grants, since the popup that asked for one is closed by the browser's own question.
 */
export function hostSites(): void {
  browser.runtime.onInstalled.addListener(() => void syncSites());
  browser.runtime.onStartup.addListener(() => void syncSites());
  browser.permissions.onAdded.addListener(() => void syncSites());
  browser.permissions.onRemoved.addListener(() => void syncSites());
  // Grants can change while no worker listens: by policy, or in the settings of a browser that is being closed.
  void catchUp();
}

/** Registers the content script for the sites granted, and brings the tabs that are open in line. */
async function syncSites(): Promise<void> {
  // Two grants in one go must not register twice.
  await navigator.locks.request("sites", async () => {
    await register(await grantedPatterns());
    const tabs = await browser.tabs.query({});
    await Promise.all(tabs.map(syncTab));
  });
}

async function catchUp(): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const isRight = sameSet(registered?.matches ?? [], await grantedPatterns());
  if (!isRight) await syncSites();
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}

async function register(matches: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      matches,
      ...script,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}

async function syncTab({ id, url }: Browser.tabs.Tab): Promise<void> {
  if (id === undefined) return;
  if (url !== undefined && (await isGranted(url))) await inject(id);
  else await marksChannel.sendToTab(id, "stop");
}

// That the address can be seen says nothing: opening the popup shows it for that tab, without a grant for the site.
async function isGranted(url: string): Promise<boolean> {
  return /^https?:/.test(url) && browser.permissions.contains({ origins: [patternOf(url)] });
}

async function inject(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.insertCSS({ target, files: script.css });
    await browser.scripting.executeScript({ target, files: script.js });
  } catch (error) {
    // The browser keeps some pages to itself: its store, its error pages, tabs put to sleep. They have no numbers to lose.
    console.debug(`No numbers in tab ${tabId}.`, error);
  }
}
