import type { CallId } from "#shared/ids.ts";
import { z } from "zod";
import { createChannel, type Exchange } from "../platform/messenger.ts";
import { createStoredItem } from "../platform/stored-item.ts";

const draftSchema = z.object({ text: z.string(), state: z.enum(["saving", "failed", "saved"]) });

/** What somebody wrote about a call, and whether the server has it. One that is saved is kept for whoever has not heard of it yet. */
export type NoteDraft = z.infer<typeof draftSchema>;

interface NoteProtocol {
  /** A note as it is now, at each key. */
  write: Exchange<{ id: CallId; text: string }>;
}

/**
 * To the service worker, the only one that writes drafts. A message is on its way when it is sent: storage would first have to be read,
 * and the popup that a note is typed into may close at any key.
 */
export const notesChannel = createChannel<NoteProtocol>("service-worker", "notes");

/** Notes on their way to the server, and the last that came there, by the id of their call. */
export const noteDrafts = createStoredItem<Readonly<Record<string, NoteDraft>>>({
  area: "session",
  key: "noteDrafts",
  parse: (stored) => z.record(z.string(), draftSchema).safeParse(stored).data ?? {},
});
