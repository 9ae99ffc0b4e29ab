import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";

const draftSchema = z.object({ text: z.string(), hasFailed: z.boolean() });

/** What somebody wrote about a call and the server has not got yet. */
export type NoteDraft = z.infer<typeof draftSchema>;

/** Notes on their way to the server, by the id of their call. Kept here first: the popup that they are typed into may close at any key. */
export const noteDrafts = createStoredItem<Readonly<Record<string, NoteDraft>>>({
  area: "session",
  key: "noteDrafts",
  parse: (stored) => z.record(z.string(), draftSchema).safeParse(stored).data ?? {},
});
