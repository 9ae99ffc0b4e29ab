import { z } from "zod";

// Ids are a prefix and a ULID, so that a log line says what it is about and rows sort by age.
function prefixedId<const Prefix extends string>(prefix: Prefix) {
  return z.templateLiteral([`${prefix}_`, z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)]).brand<Prefix>();
}

export const callIdSchema = prefixedId("call");
export const contactIdSchema = prefixedId("con");
export const accountIdSchema = prefixedId("acct");

export type CallId = z.infer<typeof callIdSchema>;
export type ContactId = z.infer<typeof contactIdSchema>;
export type AccountId = z.infer<typeof accountIdSchema>;
