import { z } from "zod";
import { e164Schema } from "../phone-number.ts";

/** Why the carrier lets this account show a number: verified by a call to it, or owned by renting it. */
export const callerIdTypeSchema = z.enum(["verified", "owned"]);
export type CallerIdType = z.infer<typeof callerIdTypeSchema>;

const callerIdSchema = z.object({ number: e164Schema, type: callerIdTypeSchema, label: z.string() });
export type CallerId = z.infer<typeof callerIdSchema>;

/** `GET /api/caller-ids`. The first is the default. */
export const callerIdsAnswerSchema = z.object({ callerIds: z.array(callerIdSchema) });
