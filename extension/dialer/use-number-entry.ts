import { useState } from "react";
import { useConnection } from "../shell/connection.tsx";
import { formatAtCaret } from "../ui/format-at-caret.ts";
import { draftStore } from "./draft.ts";
import type { NumberEntry } from "./number-entry.ts";

/** What stands in the number field: kept through a call, so that a number that failed can be mended, and while the popup is closed. */
export function useNumberEntry(draft: NumberEntry | undefined) {
  const { settings } = useConnection();
  const empty: NumberEntry = { text: "", country: settings.defaultCountry };
  const [entry, setEntry] = useState(() => typedBefore(draft ?? empty));
  const change = (next: NumberEntry) => {
    setEntry(next);
    void draftStore.write(next.text === "" ? undefined : next);
  };
  return { entry, change, clear: () => change(empty) };
}

export type NumberEntryState = ReturnType<typeof useNumberEntry>;

/** Somebody may have typed into the picture of the dialer before the dialer itself was there. */
function typedBefore(kept: NumberEntry): NumberEntry {
  const text = document.querySelector<HTMLInputElement>(".number-input")?.value;
  return text === undefined || text === kept.text
    ? kept
    : { ...kept, text: formatAtCaret({ text, caret: text.length }, kept.country).text };
}
