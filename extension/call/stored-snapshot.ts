import { createStoredItem } from "../platform/stored-item.ts";
import { idleSnapshot, type CallSnapshot } from "./call-snapshot.ts";

/**
 * The snapshot in `storage.session`: what a popup paints from at once. Only the service worker writes it. It is taken as
 * it is, since this area is emptied whenever the extension is updated: no other version can have written it.
 */
export const storedSnapshot = createStoredItem<CallSnapshot>({
  area: "session",
  key: "callSnapshot",
  parse: (stored) => (stored === undefined ? idleSnapshot : (stored as CallSnapshot)),
});
