import { useEffect, useState } from "react";
import { browser } from "wxt/browser";

/** The tab under the popup. */
export interface TabUnder {
  id: number;
  /** Its site; undefined where there is none to mark, as on the browser's own pages. */
  origin: string | undefined;
}

/** Undefined until the browser has told. */
export function useTab(): TabUnder | undefined {
  const [tab, setTab] = useState<TabUnder>();
  useEffect(() => {
    void readTab().then(setTab);
  }, []);
  return tab;
}

async function readTab(): Promise<TabUnder | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  // Opening the popup grants activeTab, which is what shows this one tab's address.
  return { id: tab.id, origin: tab.url && /^https?:/.test(tab.url) ? new URL(tab.url).origin : undefined };
}
