import { browser } from "wxt/browser";
import { isOwnElement } from "./own-element.ts";
import { isHtmlElement } from "./node-kinds.ts";

/** The shadow root of an element of the page, closed ones included: extensions may look into them. The card's is no part of the page. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!mayHaveClosedRoot(element) || isOwnElement(element)) return null;
  return browser.dom.openOrClosedShadowRoot(element);
}

// To ask costs as much as to read twenty elements, so it is asked of custom elements, and of those that a page can only have put there
// to give them a root: there is nothing else in them.
function mayHaveClosedRoot(element: Element): element is HTMLElement {
  return isHtmlElement(element) && (element.localName.includes("-") || element.firstChild === null);
}
