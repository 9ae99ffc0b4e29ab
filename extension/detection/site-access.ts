import { browser } from "wxt/browser";
import { excludedSitesStore } from "./excluded-sites.ts";

/**
 * Where numbers are marked, in origins without port: "https://example.com". The browser's own grants are the only record of it, but
 * for the sites left out of all.
 */
export type Sites =
  | { mode: "off" }
  | { mode: "chosen"; origins: readonly string[] }
  | { mode: "all"; excluded: readonly string[] };

const everywhere = ["http://*/*", "https://*/*"];

/** Asks for one site. Must be called straight from a click; false when the person declined. */
export function requestSite(origin: string): Promise<boolean> {
  // Not awaited: the browser's question must follow upon the click.
  void includeSite(origin);
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Asks for all sites. Must be called straight from a click; false when the person declined. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: everywhere });
}

/** Gives back one site, or leaves it out while all are granted. Pages of it that are open lose their marks at once. */
export async function leaveSite(origin: string): Promise<void> {
  const site = withoutPort(origin);
  if ((await currentSites()).mode === "all") await excludedSitesStore.update((sites) => [...without(sites, site), site]);
  else await browser.permissions.remove({ origins: [patternOf(site)] });
}

/** Takes back that a site was left out of all. */
export async function includeSite(origin: string): Promise<void> {
  await excludedSitesStore.update((sites) => without(sites, withoutPort(origin)));
}

/** Gives back every site. Those left out of all are remembered, should all be granted again. */
export async function turnOff(): Promise<void> {
  await browser.permissions.remove({ origins: await grantedPatterns() });
}

export async function currentSites(): Promise<Sites> {
  const [patterns, excluded] = await Promise.all([grantedPatterns(), excludedSitesStore.read()]);
  return sitesOf(patterns, excluded);
}

/** Calls back with the sites whenever they change, wherever that was done, until the signal aborts. */
export function watchSites(listener: (sites: Sites) => void, signal: AbortSignal): void {
  const tell = (): void => void currentSites().then((sites) => !signal.aborted && listener(sites));
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  excludedSitesStore.watch(tell, signal);
  signal.addEventListener("abort", () => {
    browser.permissions.onAdded.removeListener(tell);
    browser.permissions.onRemoved.removeListener(tell);
  });
}

/** The sites that a set of match patterns stands for, and those left out of all. */
export function sitesOf(patterns: readonly string[], excluded: readonly string[]): Sites {
  if (patterns.some((pattern) => pattern === "<all_urls>" || /^(?:\*|https):\/\/\*\/\*$/.test(pattern)))
    return { mode: "all", excluded };
  const origins = patterns.map((pattern) => pattern.replace(/\/\*$/, ""));
  return origins.length > 0 ? { mode: "chosen", origins } : { mode: "off" };
}

/** Whether a page's numbers are marked. */
export function includesSite(sites: Sites, origin: string): boolean {
  switch (sites.mode) {
    case "off":
      return false;
    case "chosen":
      return sites.origins.includes(withoutPort(origin));
    case "all":
      return !sites.excluded.includes(withoutPort(origin));
  }
}

/** The match patterns that stand for the sites: where numbers are marked, and what of that is left out. */
export function patternsOf(sites: Sites): { matches: string[]; excludeMatches: string[] } {
  switch (sites.mode) {
    case "off":
      return { matches: [], excludeMatches: [] };
    case "chosen":
      return { matches: sites.origins.map(patternOf), excludeMatches: [] };
    case "all":
      return { matches: everywhere, excludeMatches: sites.excluded.map(patternOf) };
  }
}

async function grantedPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

function patternOf(origin: string): string {
  return `${withoutPort(origin)}/*`;
}

// A pattern without a port stands for all of them, and people think of a site by its name.
function withoutPort(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}

function without(sites: readonly string[], site: string): string[] {
  return sites.filter((other) => other !== site);
}
