import { z } from "zod";
import { contactIdSchema } from "../ids.ts";
import { countryCodeSchema, e164Schema } from "../phone-number.ts";

const contactSchema = z.object({
  id: contactIdSchema,
  name: z.string(),
  number: e164Schema,
  company: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastCalledAt: z.iso.datetime().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;

/** `POST /api/user/contacts`. The number may be written as a person types it when `region` is given. */
export const saveContactSchema = z.object({
  name: z.string().trim().min(1).max(200),
  number: z.string().min(1).max(64),
  region: countryCodeSchema.optional(),
  company: z.string().trim().max(200).optional(),
  note: z.string().trim().max(2000).optional(),
});
export type SaveContact = z.input<typeof saveContactSchema>;
export const saveContactAnswerSchema = z.object({ contact: contactSchema });

/** `GET /api/user/contacts?query=&cursor=&limit=`: by name. */
export const listContactsQuerySchema = z.object({
  query: z.string().max(100).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const listContactsAnswerSchema = z.object({ contacts: z.array(contactSchema), nextCursor: z.string().nullable() });

/** `GET /api/user/contacts/lookup?phone=`. */
export const lookupContactQuerySchema = z.object({ phone: z.string().min(1).max(64), region: countryCodeSchema.optional() });
export const lookupContactAnswerSchema = z.object({ found: z.boolean(), contact: contactSchema.nullable() });
export type LookupContactAnswer = z.infer<typeof lookupContactAnswerSchema>;
