import { useEffect, useState } from "react";
import type { Call } from "#shared/api/calls.ts";
import { noteDrafts, notesChannel, type NoteDraft } from "../shell/note-drafts.ts";

/** The note of a call as it is written, and whether the server has it. */
export interface CallNote {
  text: string;
  state: "untouched" | "saving" | "saved" | "failed";
  change: (text: string) => void;
}

export function useCallNote({ id, note }: Pick<Call, "id" | "note">): CallNote {
  const [typed, setTyped] = useState<string>();
  const [draft, setDraft] = useState<NoteDraft>();
  useEffect(() => {
    const stop = new AbortController();
    noteDrafts.watch((drafts) => setDraft(drafts[id]), stop.signal);
    void noteDrafts.read().then((drafts) => setDraft(drafts[id]));
    return () => stop.abort();
  }, [id]);
  return {
    text: typed ?? draft?.text ?? note ?? "",
    state: draft?.state ?? (typed === undefined ? "untouched" : "saving"),
    change(text) {
      setTyped(text);
      void notesChannel.send("write", { id, text });
    },
  };
}
