import { z } from "zod";
import { createStoredItem } from "../platform/stored-item.ts";

/**
 * The sites left out while all are granted, as origins without port: the browser knows no grant for all sites but some.
 * In `storage.local`: it never leaves the browser, and it outlasts the grant, so that a site left out once stays left out.
 */
export const excludedSitesStore = createStoredItem<readonly string[]>({
  area: "local",
  key: "excludedSites",
  parse: parseExcludedSites,
});

// Each of them becomes a match pattern, and the browser takes back all patterns for one that is none.
const originsSchema = z.array(z.string().regex(/^https?:\/\/[^/*?#\s]+$/)).catch([]);

/** Sites left out, from whatever was stored. */
export function parseExcludedSites(stored: unknown): readonly string[] {
  return originsSchema.parse(stored ?? []);
}
