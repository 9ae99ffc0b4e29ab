import { browser } from "wxt/browser";

type SitesMode = "off" | "chosen" | "all";

/** Where numbers are marked. The browser's own grants are the only record of it. */
export interface Sites {
  mode: SitesMode;
  /** The sites chosen one by one, as origins without port: "https://example.com". */
  origins: string[];
}

const everywhere = ["http://*/*", "https://*/*"];

/** Asks for one site. Must be called straight from a click; false when the person declined. */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Asks for all sites. Must be called straight from a click; false when the person declined. */
export function requestAllSites(): Promise<boolean> {
  return browser.permissions.request({ origins: everywhere });
}

/** Gives back one site. Pages of it that are open lose their marks at once. */
export async function leaveSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(origin)] });
}

/** Gives back every site. */
export async function turnOff(): Promise<void> {
  await browser.permissions.remove({ origins: await grantedPatterns() });
}

export async function currentSites(): Promise<Sites> {
  return sitesOf(await grantedPatterns());
}

/** Calls back with the sites whenever they change, wherever that was done, until the signal aborts. */
export function watchSites(listener: (sites: Sites) => void, signal: AbortSignal): void {
  const tell = (): void => void currentSites().then((sites) => !signal.aborted && listener(sites));
  browser.permissions.onAdded.addListener(tell);
  browser.permissions.onRemoved.addListener(tell);
  signal.addEventListener("abort", () => {
    browser.permissions.onAdded.removeListener(tell);
    browser.permissions.onRemoved.removeListener(tell);
  });
}

/** The match patterns of the sites granted. */
export async function grantedPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** The sites that a set of match patterns stands for. */
export function sitesOf(patterns: readonly string[]): Sites {
  if (patterns.some((pattern) => pattern === "<all_urls>" || /^(?:\*|https):\/\/\*\/\*$/.test(pattern)))
    return { mode: "all", origins: [] };
  const origins = patterns.map((pattern) => pattern.replace(/\/\*$/, ""));
  return { mode: origins.length > 0 ? "chosen" : "off", origins };
}

/** Whether a page's numbers are marked. */
export function includesSite({ mode, origins }: Sites, origin: string): boolean {
  return mode === "all" || origins.includes(withoutPort(origin));
}

/** The match pattern of the site that an address belongs to. */
export function patternOf(origin: string): string {
  return `${withoutPort(origin)}/*`;
}

// A pattern without a port stands for all of them, and people think of a site by its name.
function withoutPort(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}
