import { browser } from "wxt/browser";

/** Begins when the page is there for somebody: one that the browser loads ahead of a click may never be looked at. */
export function onceShown(page: Document, begin: () => void, signal: AbortSignal): void {
  // TypeScript's DOM does not know of it yet. https://developer.mozilla.org/docs/Web/API/Document/prerendering
  const { prerendering } = page as { prerendering?: boolean };
  if (prerendering === true) page.addEventListener("prerenderingchange", begin, { once: true, signal });
  else begin();
}

/**
 * Ends a script whose extension was switched off, removed or updated. Nobody tells a page of that, so the script looks for itself whenever
 * a person comes back to the page.
 */
export function endWithExtension(page: Window, end: () => void, signal: AbortSignal): void {
  const look = (): void => {
    if (!isExtensionThere()) end();
  };
  page.document.addEventListener("visibilitychange", look, { signal });
  page.addEventListener("focus", look, { signal });
}

/** Calls back when a page comes out of the browser's memory, where it slept while a person was elsewhere and heard nothing. */
export function onComeBack(page: Window, handler: () => void, signal: AbortSignal): void {
  page.addEventListener("pageshow", ({ persisted }) => persisted && handler(), { signal });
}

function isExtensionThere(): boolean {
  return browser.runtime?.id !== undefined;
}
