import { browser, type Browser } from "wxt/browser";
import { marksChannel } from "./card-messages.ts";
import { currentSites, includesSite, patternsOf, watchSites, type Sites } from "./site-access.ts";

const scriptId = "marks";
const script = { js: ["/content-scripts/content.js"], css: ["/content-scripts/content.css"] };

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
  // Two grants in one go must not register twice.
  await navigator.locks.request("sites", async () => {
    const sites = await currentSites();
    await register(sites);
    const tabs = await browser.tabs.query({});
    await Promise.all(tabs.map((tab) => syncTab(tab, sites)));
  });
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
      ...script,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}

async function syncTab({ id, url }: Browser.tabs.Tab, sites: Sites): Promise<void> {
  if (id === undefined) return;
  // By the grants, and not by whether the address can be seen: opening the popup shows it for that tab, without a grant for the site.
  if (url !== undefined && isIncluded(url, sites)) await inject(id, sites);
  else await marksChannel.sendToTab(id, "stop");
}

async function inject(tabId: number, sites: Sites): Promise<void> {
  try {
    const { included, leftOut } = await framesOf(tabId, sites);
    const target = { tabId, frameIds: included };
    await browser.scripting.insertCSS({ target, files: script.css });
    await browser.scripting.executeScript({ target, files: script.js });
    await Promise.all(leftOut.map((frameId) => marksChannel.sendToFrame({ tabId, frameId }, "stop")));
  } catch (error) {
    // The browser keeps some pages to itself: its store, its error pages, tabs put to sleep. They have no numbers to lose.
    console.debug(`No numbers in tab ${tabId}.`, error);
  }
}

/** The frames of a tab into which the browser lets the extension, which are those of every site granted; some sites may be left out of these. */
async function framesOf(tabId: number, sites: Sites): Promise<{ included: number[]; leftOut: number[] }> {
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => location.origin });
  const included: number[] = [];
  const leftOut: number[] = [];
  for (const { frameId, result: origin } of frames) {
    // A frame that has no origin of its own goes with its page.
    if (origin === "null" || isIncluded(origin, sites)) included.push(frameId);
    else leftOut.push(frameId);
  }
  return { included, leftOut };
}

function isIncluded(address: unknown, sites: Sites): boolean {
  return typeof address === "string" && /^https?:/.test(address) && includesSite(sites, address);
}
