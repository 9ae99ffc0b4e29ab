import type { Sender } from "../platform/messenger.ts";

/** The site a content script speaks for, as the browser names it: "https://example.com". */
export function originOf({ origin, tab }: Sender): string | undefined {
  // A frame without an address of its own has its parent's origin, and a walled-in one has none: it goes with its page.
  return webOrigin(origin) ?? webOrigin(tab?.url);
}

/** How a site is named where a person's choices are remembered: by its host. */
export function siteOf(sender: Sender): string | undefined {
  const origin = originOf(sender);
  return origin && new URL(origin).hostname;
}

function webOrigin(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === "http:" || protocol === "https:" ? origin : undefined;
}
