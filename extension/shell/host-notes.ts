import { ok, type Result } from "#shared/result.ts";
import { callIdSchema, type CallId } from "#shared/ids.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import { createSessionApi } from "../platform/api.ts";
import { sessionStore } from "../platform/session-store.ts";
import { noteDrafts, notesChannel, type NoteDraft } from "./note-drafts.ts";

const settleMs = 500;
const tryAgainMs = 5_000;

type SaveNote = (note: { id: CallId; note: string }) => Promise<Result<unknown, Pick<ApiFailure, "code">>>;

/**
 * Brings notes from where they are typed to the server, in the service worker, which outlives the popup. Called in the worker's first
 * turn: what a worker before this one could not bring is tried at once.
 */
export function hostNotes(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const saveIn = (delayMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), delayMs);
  };
  const save = async () => {
    const session = await sessionStore.read();
    if (session && !(await saveDrafts(createSessionApi(session).setCallNote))) saveIn(tryAgainMs);
  };
  notesChannel.serve({
    write: async ({ id, text }) => {
      await noteDrafts.update((drafts) => ({ ...unsaved(drafts), [id]: { text, state: "saving" } }));
      saveIn(settleMs);
      return ok(undefined);
    },
  });
  void save();
}

/** Saves what is drafted. A draft that was written on meanwhile stays one. False when the server did not take one of them now. */
export async function saveDrafts(saveNote: SaveNote): Promise<boolean> {
  let areAllSaved = true;
  for (const [key, draft] of Object.entries(unsaved(await noteDrafts.read()))) {
    const isDone = await saveDraft(saveNote, { key, draft });
    areAllSaved &&= isDone;
    await noteDrafts.update((drafts) =>
      drafts[key]?.text === draft.text ? { ...drafts, [key]: { ...draft, state: isDone ? "saved" : "failed" } } : drafts,
    );
  }
  return areAllSaved;
}

function unsaved(drafts: Readonly<Record<string, NoteDraft>>): Record<string, NoteDraft> {
  return Object.fromEntries(Object.entries(drafts).filter(([, { state }]) => state !== "saved"));
}

async function saveDraft(saveNote: SaveNote, { key, draft }: { key: string; draft: NoteDraft }): Promise<boolean> {
  const id = callIdSchema.safeParse(key);
  // What is no call's, or of a call that the server does not know, will never be taken.
  if (!id.success) return true;
  const saved = await saveNote({ id: id.data, note: draft.text });
  return saved.ok || saved.error.code === "not_found" || saved.error.code === "bad_request";
}
