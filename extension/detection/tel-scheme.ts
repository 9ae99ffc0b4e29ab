import { isAnchor } from "./node-kinds.ts";

const telScheme = /^\s*(?:tel|callto):/i;

/** Whether an element is a link that is meant to call: `tel:` (RFC 3966), or `callto:`, which older pages use. */
export function isTelLink(element: Element): element is HTMLAnchorElement {
  // The attribute, since to ask a link for its protocol has its address parsed, and most pages have a thousand links.
  return isAnchor(element) && telScheme.test(element.getAttribute("href") ?? "");
}
