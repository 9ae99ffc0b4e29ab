import { browser } from "wxt/browser";
import { badgeOf, slate } from "../call/badge.ts";
import type { CallClient } from "../call/call-client.ts";
import { readTabNumbers } from "../detection/tab-numbers.ts";
import { listNumbers } from "../dialer/page-list.ts";
import type { Sender } from "../platform/messenger.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { countText } from "./count-text.ts";

export interface ToolbarCount {
  /** The numbers of a frame have changed. */
  handleNumbers: (sender: Sender) => void;
}

/**
 * Shows on the toolbar button how many numbers the page in a tab has, if the person wants that; runs in the service worker, and is called as
 * soon as that starts. The browser keeps the figure of each tab and drops it when another page comes, and pages say when theirs has
 * changed, so nothing is kept here. While a call has the button, no tab has a figure.
 */
export function hostToolbarCount(calls: CallClient): ToolbarCount {
  const forever = new AbortController().signal;
  let isGivenUp: boolean | undefined;
  calls.watch(({ state }) => {
    const isOfCall = badgeOf(state).text !== "";
    // Each second of a call brings news of it, and only the first of it concerns the tabs.
    if (isOfCall !== isGivenUp) void paintAll(calls);
    isGivenUp = isOfCall;
  }, forever);
  settingsStore.watch(() => void paintAll(calls), forever);
  return {
    handleNumbers({ tab }) {
      if (tab?.id !== undefined) void paint(tab.id, calls);
    },
  };
}

async function paintAll(calls: CallClient): Promise<void> {
  // In a tab put to sleep there is nobody to count.
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [paint(id, calls)])));
}

/** One at a time for each tab, so that the figure which is read last is the one that stays. */
async function paint(tabId: number, calls: CallClient): Promise<void> {
  await navigator.locks.request(`toolbar-count/${tabId}`, async () => {
    const text = (await isFree(calls)) ? countText(listNumbers(await readTabNumbers(tabId)).length) : "";
    // A page takes its time to answer, and a call may have begun meanwhile.
    const shown = text !== "" && (await isFree(calls)) ? text : undefined;
    if (shown) await browser.action.setBadgeBackgroundColor({ color: slate });
    await setText(tabId, shown);
  });
}

/** Whether the button is there for figures. */
async function isFree(calls: CallClient): Promise<boolean> {
  const [{ toolbarCount }, { state }] = await Promise.all([settingsStore.read(), calls.readSnapshot()]);
  return toolbarCount && badgeOf(state).text === "";
}

/** Undefined gives the button of the tab back to the call. */
async function setText(tabId: number, text: string | undefined): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text });
  } catch (error) {
    console.debug(`Tab ${tabId} was closed before it got its figure.`, error);
  }
}
