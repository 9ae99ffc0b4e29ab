import type { Sender } from "../platform/messenger.ts";

/** The site a content script speaks for, as the browser names it: "https://example.com". */
export function originOf({ origin, tab }: Sender): string | undefined {
  // A frame without an address of its own has its parent's origin, and a walled-in one has none: it goes with its page.
  return webOrigin(origin) ?? webOrigin(tab?.url);
}

/** The site of the page that a content script's frame is in; undefined where the browser does not tell, which is where none was chosen. */
export function pageOriginOf({ tab }: Sender): string | undefined {
  return webOrigin(tab?.url);
}

/** The site of an address: "https://example.com". Undefined where it has none, as on the browser's own pages. */
export function webOrigin(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === "http:" || protocol === "https:" ? origin : undefined;
}

/** How a site is named where a person's choices are remembered: by its host. */
export function siteOf(sender: Sender): string | undefined {
  const origin = originOf(sender);
  return origin && new URL(origin).hostname;
}
