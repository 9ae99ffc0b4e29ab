import { faceOf, firstPaintKey, placeOf, type FirstPaint } from "../platform/first-paint.ts";

/**
 * Paints the dialer as it was last seen, while the program that makes it live is still being loaded. Only if it would look the same
 * now: a call that began or ended since has another face. It imports nothing but what is above, so that it is there at once.
 */
export async function paintFirst(): Promise<void> {
  // The service worker's mirror of the call is read in the same trip; its key is that of call/stored-snapshot.ts.
  const stored = await chrome.storage.session.get([firstPaintKey, "callSnapshot"]);
  const painted = stored[firstPaintKey] as FirstPaint | undefined;
  const snapshot = stored["callSnapshot"] as { state: { status: string; clientKey?: string } } | undefined;
  const root = document.querySelector("#root");
  // The program itself may have been quicker.
  if (!root || root.hasChildNodes() || painted?.face !== faceOf(placeOf(document), snapshot?.state)) return;
  Object.assign(document.documentElement, { lang: painted.lang, dir: painted.dir });
  // Made by React and serialised by the browser; the page's own policy lets no script in it run.
  root.innerHTML = painted.html;
  root.querySelector<HTMLElement>(".number-input")?.focus();
}
