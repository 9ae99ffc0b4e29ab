import { useEffect, useState } from "react";
import { browser, type Browser } from "wxt/browser";

/** The tab under the popup. */
export interface TabUnder {
  id: number;
  /** Its site; undefined where there is none to mark, as on the browser's own pages. */
  origin: string | undefined;
}

/** The tab under the popup, and where it goes meanwhile. Undefined until the browser has told. */
export function useTab(): TabUnder | undefined {
  const [tab, setTab] = useState<TabUnder>();
  const id = tab?.id;
  useEffect(() => {
    void readActive().then(setTab);
  }, []);
  useEffect(() => {
    const follow = (updatedId: number, _change: unknown, updated: Browser.tabs.Tab): void => {
      if (updatedId === id) setTab(tabUnder(updated));
    };
    browser.tabs.onUpdated.addListener(follow);
    return () => browser.tabs.onUpdated.removeListener(follow);
  }, [id]);
  return tab;
}

async function readActive(): Promise<TabUnder | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab && tabUnder(tab);
}

function tabUnder({ id, url }: Browser.tabs.Tab): TabUnder | undefined {
  if (id === undefined) return undefined;
  // Opening the popup grants activeTab, which is what shows this one tab's address.
  return { id, origin: url && /^https?:/.test(url) ? new URL(url).origin : undefined };
}
