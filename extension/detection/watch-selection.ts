import type { SelectedText } from "./card-messages.ts";
import { countDigits } from "./candidates.ts";

const restMs = 150;
const fewestDigits = 4;
const longestText = 200;

/**
 * Tells what is selected in a frame, once the person has done selecting: whether it may be a number, and only then which text it is. The
 * browser asks nobody before it shows a context menu, so it has to be told beforehand.
 */
export function watchSelection(page: Window, tell: (selected: SelectedText) => void, signal: AbortSignal): void {
  let told: SelectedText = { kind: "unknown" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellNow = (selected: SelectedText): void => {
    clearTimeout(timer);
    if (isSame(selected, told)) return;
    told = selected;
    tell(selected);
  };
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => page.document.hasFocus() && tellNow(readSelected(page)), restMs);
  };
  // The menu is one for all tabs: whoever goes elsewhere must not find this page's number in it.
  const forget = (): void => tellNow({ kind: "unknown" });
  page.document.addEventListener("selectionchange", look, { signal });
  page.addEventListener("focus", look, { signal });
  page.addEventListener("blur", forget, { signal });
  page.addEventListener("pagehide", forget, { signal });
  signal.addEventListener("abort", forget);
}

function readSelected(page: Window): SelectedText {
  const text = page.getSelection()?.toString().trim() ?? "";
  if (text === "") return { kind: "unknown" };
  return text.length <= longestText && countDigits(text) >= fewestDigits
    ? { kind: "may-be-number", text }
    : { kind: "no-number" };
}

function isSame(one: SelectedText, other: SelectedText): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
