import { useState } from "react";
import { useConnection } from "../shell/connection.tsx";
import { draftStore } from "./draft.ts";
import type { NumberEntry } from "./number-entry.ts";

/** What stands in the number field: kept through a call, so that a number that failed can be mended, and while the popup is closed. */
export function useNumberEntry(draft: NumberEntry | undefined) {
  const { settings } = useConnection();
  const empty: NumberEntry = { text: "", country: settings.defaultCountry };
  const [entry, setEntry] = useState(draft ?? empty);
  const change = (next: NumberEntry) => {
    setEntry(next);
    void draftStore.write(next.text === "" ? undefined : next);
  };
  return { entry, change, clear: () => change(empty) };
}

export type NumberEntryState = ReturnType<typeof useNumberEntry>;
