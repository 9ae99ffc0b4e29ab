import { useEffect, useState } from "react";
import {
  currentSites,
  includeSite,
  leaveSite,
  requestAllSites,
  requestSite,
  turnOff,
  watchSites,
  type Sites,
} from "../detection/site-access.ts";

/** Where numbers are marked, and the ways to change it. Undefined until the browser has told. */
export function useSites() {
  const [sites, setSites] = useState<Sites>();
  useEffect(() => {
    const stop = new AbortController();
    watchSites(setSites, stop.signal);
    void currentSites().then(setSites);
    return () => stop.abort();
  }, []);
  return {
    sites,
    chooseAll: requestAllSites,
    chooseNone: turnOff,
    chooseOnly,
    chooseSite,
    leave: leaveSite,
    include: includeSite,
  };
}

/** Marks one site more, and no others that were not chosen one by one. Must be called straight from a click. */
async function chooseOnly(origin: string): Promise<void> {
  // A grant for all sites swallows the one for this site, so it is given back first. The click still counts after that.
  if ((await currentSites()).mode === "all") await turnOff();
  await requestSite(origin);
}

/** Marks one site more, whatever others are. Must be called straight from a click. */
async function chooseSite(origin: string): Promise<void> {
  // A site that was left out of all is granted already, and there is nothing to ask the browser.
  if ((await currentSites()).mode === "all") await includeSite(origin);
  else await requestSite(origin);
}
