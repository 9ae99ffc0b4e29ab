import { browser } from "wxt/browser";
import type { Sender } from "../platform/messenger.ts";
import { marksChannel } from "./card-messages.ts";
import { takeNotes } from "./frame-notes.ts";
import { includesFrame } from "./is-marked-frame.ts";
import { markScript } from "./mark-script.ts";
import { webOrigin } from "./page-site.ts";
import { currentSites, includesSite } from "./site-access.ts";

/** Brings an open tab in line with the sites chosen: scripts that are to go leave at once, and where one is missing it comes. */
export async function syncTab(tabId: number): Promise<void> {
  if (!(await pageOfMarks(tabId))) {
    await marksChannel.sendToTab(tabId, "stop");
    return;
  }
  // A frame whose own site was given back is out of the browser's sight, but not deaf: each asks for itself.
  await Promise.all([marksChannel.sendToTab(tabId, "askAgain"), bringIn(tabId)]);
}

const longestLeaveMs = 20_000;

/**
 * After a grant the browser may still bring back pages of before, from its memory of pages gone back to, and starts no script in them.
 * Whoever leaves a page on which the script came late may be going to one.
 */
export function bringInNextPage({ tab }: Sender): void {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  // Out of memory a page may be there before the word that the other one is left.
  void syncTab(tabId);
  const look = (updatedId: number, { status }: { status?: string }): void => {
    if (updatedId === tabId && status === "complete") void syncTab(tabId);
  };
  browser.tabs.onUpdated.addListener(look);
  setTimeout(() => browser.tabs.onUpdated.removeListener(look), longestLeaveMs);
}

/** The site of the page in a tab, if it was chosen. */
async function pageOfMarks(tabId: number): Promise<string | undefined> {
  // By the grants, and not by whether the address can be seen: opening the popup shows it for that tab, without a grant for the site.
  const [sites, page] = await Promise.all([currentSites(), pageOf(tabId)]);
  return page !== undefined && includesSite(sites, page) ? page : undefined;
}

async function pageOf(tabId: number): Promise<string | undefined> {
  try {
    return webOrigin((await browser.tabs.get(tabId)).url);
  } catch {
    // Closed in between.
    return undefined;
  }
}

async function bringIn(tabId: number): Promise<void> {
  try {
    const frameIds = await framesWithout(tabId);
    if (frameIds.length === 0) return;
    const target = { tabId, frameIds };
    await browser.scripting.insertCSS({ target, files: markScript.css });
    await browser.scripting.executeScript({ target, files: markScript.js });
  } catch (error) {
    // The browser keeps some pages to itself: its store, its error pages. And frames come and go. They have no numbers to lose.
    console.debug(`No numbers in tab ${tabId}.`, error);
  }
}

/** The frames of a tab that are to have the script and have not. */
async function framesWithout(tabId: number): Promise<number[]> {
  const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: takeNotes });
  // Not earlier: a page that was busy or showed an alert has kept the answer back, and the grants may be others by now.
  const [sites, page] = await Promise.all([currentSites(), pageOf(tabId)]);
  return frames.flatMap(({ frameId, result: notes }) => {
    const isMissing = notes?.isRunning === false && includesFrame(sites, { page, frame: webOrigin(notes.origin) ?? page });
    return isMissing ? [frameId] : [];
  });
}
