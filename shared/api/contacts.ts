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

/** `PUT` and `DELETE /api/user/contacts/:contactId`. */
export const contactIdParamSchema = z.object({ contactId: z.string().pipe(contactIdSchema) });
export const removeContactAnswerSchema = z.object({ contact: contactSchema });

/** The most contacts in one request to import, and the most that an account may have. */
const mostImported = 200;
export const mostContactsOfAccount = 20_000;

/**
 * `POST /api/user/contacts/import`. `onDuplicate` says what becomes of a number that has a contact: it is kept as it is, or given the
 * new name, company and note.
 */
export const importContactsSchema = z.object({
  contacts: z.array(saveContactSchema).min(1).max(mostImported),
  onDuplicate: z.enum(["keep", "replace"]),
});
export type ImportContacts = z.input<typeof importContactsSchema>;

/** `refused` names by their place those whose number is none; the others were imported. */
export const importContactsAnswerSchema = z.object({
  added: z.int().nonnegative(),
  replaced: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  refused: z.array(z.int().nonnegative()),
});
export type ImportContactsAnswer = z.infer<typeof importContactsAnswerSchema>;

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
