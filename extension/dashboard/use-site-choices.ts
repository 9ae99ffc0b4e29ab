import { useEffect, useState } from "react";
import {
  siteChoicesStore,
  withCountry,
  withoutNotNumber,
  type AllSiteChoices,
  type NotNumber,
} from "../detection/site-choices.ts";

/** What was said of sites' numbers, and the ways to take it back. Undefined until it was read. */
export function useSiteChoices() {
  const [choices, setChoices] = useState<AllSiteChoices>();
  useEffect(() => {
    const stop = new AbortController();
    siteChoicesStore.watch(setChoices, stop.signal);
    void siteChoicesStore.read().then(setChoices);
    return () => stop.abort();
  }, []);
  return { choices, forgetCountry, forgetNotNumber };
}

async function forgetCountry(site: string): Promise<void> {
  await siteChoicesStore.update((all) => withCountry(all, { site, country: undefined }));
}

async function forgetNotNumber(entry: NotNumber): Promise<void> {
  await siteChoicesStore.update((all) => withoutNotNumber(all, entry));
}
