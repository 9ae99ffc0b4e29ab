import { z } from "zod";
import { countryCodeSchema } from "#shared/phone-number.ts";
import { createStoredItem } from "../platform/stored-item.ts";
import type { NumberEntry } from "./number-entry.ts";

const draftSchema = z.object({ text: z.string().max(64), country: countryCodeSchema });

/**
 * What stands in the number field, kept while the popup is closed: people click back to the page to read the rest of a
 * number, and that closes it. Never on disk.
 */
export const draftStore = createStoredItem<NumberEntry | undefined>({
  area: "session",
  key: "dialerDraft",
  parse: (stored) => draftSchema.safeParse(stored).data,
});
