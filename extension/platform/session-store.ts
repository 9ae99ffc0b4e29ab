import { z } from "zod";
import { createStoredItem } from "./stored-item.ts";

/**
 * Who is signed in, and where. The token goes to that server and to no other, and never leaves the extension's own pages:
 * content scripts ask the service worker instead.
 */
export interface Session {
  serverUrl: string;
  bearerToken: string;
}

const sessionSchema = z.object({ serverUrl: z.url(), bearerToken: z.string().min(1) });

/** The session in `storage.local`; undefined when nobody is signed in. */
export const sessionStore = createStoredItem<Session | undefined>({
  area: "local",
  key: "session",
  parse: (stored) => sessionSchema.safeParse(stored).data,
});
