import { useEffect } from "react";
import { browser } from "wxt/browser";
import type { CallState } from "../call/call-state.ts";
import { faceOf, firstPaintKey, placeOf, type FirstPaint } from "../platform/first-paint.ts";
import { direction, language } from "../ui/language.ts";

const settleMs = 250;

/**
 * Keeps what the dialer looks like for the next time that it is opened, whenever it has stood still for a moment. Of a call once: its
 * figures change every second, and are not kept.
 */
export function useKeptPaint(state: CallState): void {
  const face = faceOf(placeOf(document), state);
  const isIdle = state.status === "idle";
  useEffect(() => {
    const root = document.querySelector("#root");
    if (!root) return;
    let timer: ReturnType<typeof setTimeout>;
    const keep = () => void browser.storage.session.set({ [firstPaintKey]: paintOf(root, face) });
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, settleMs);
    };
    keepSoon();
    const observer = new MutationObserver(keepSoon);
    if (isIdle) observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [face, isIdle]);
}

function paintOf(root: Element, face: string): FirstPaint {
  const copy = root.cloneNode(true) as Element;
  // A figure that was true then is none now.
  for (const stale of copy.querySelectorAll("[role=timer], .call-figures dd")) stale.textContent = " ";
  for (const said of copy.querySelectorAll("[role=status], [role=alert]")) if (said.matches(".visually-hidden")) said.remove();
  // A copy has the attributes of a field, and not what was typed into it.
  const field = copy.querySelector(".number-input");
  field?.setAttribute("value", root.querySelector<HTMLInputElement>(".number-input")?.value ?? "");
  return { face, html: copy.innerHTML, lang: language, dir: direction };
}
