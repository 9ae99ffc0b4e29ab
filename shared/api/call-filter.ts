import { z } from "zod";
import { carrierStatusSchema } from "../call-status.ts";
import { contactIdSchema } from "../ids.ts";
import { countryCodeSchema } from "../phone-number.ts";

/** A moment in ISO 8601, in UTC or with an offset. */
const momentSchema = z.iso.datetime({ offset: true });

/** What of the history is wanted, as it travels in a query. What is left out does not matter. */
export const callFilterShape = {
  /** Calls made at or after this moment. */
  from: momentSchema.optional(),
  /** Calls made before this moment. */
  to: momentSchema.optional(),
  /** The country called; `none` for numbers of no country. */
  country: z.union([countryCodeSchema, z.literal("none")]).optional(),
  contactId: z.string().pipe(contactIdSchema).optional(),
  /** Any of these statuses, with commas between them. */
  status: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(carrierStatusSchema).max(20))
    .optional(),
  /** Part of the number, of the contact's name, initials or company, or of the note. */
  text: z.string().trim().max(100).optional(),
};

/** A filter as a client writes it. */
export type CallFilterQuery = z.input<z.ZodObject<typeof callFilterShape>>;

/** Refuses a range that ends before it begins: it is a slip, and an empty list would hide it. */
export function beginsBeforeItEnds({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return from === undefined || to === undefined || Date.parse(from) < Date.parse(to);
}

export const rangeProblem = { path: ["to"], message: "Expected a moment after `from`." };
