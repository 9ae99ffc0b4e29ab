import { z } from "zod";
import { carrierStatusSchema } from "../call-status.ts";
import { callIdSchema, contactIdSchema } from "../ids.ts";
import { microsSchema } from "../money.ts";
import { countryCodeSchema, e164Schema } from "../phone-number.ts";
import { beginsBeforeItEnds, callFilterShape, rangeProblem } from "./call-filter.ts";
import { callerIdTypeSchema } from "./caller-ids.ts";
import { rateSchema } from "./rates.ts";

/** Why a call did not come about, beyond the carrier's status. */
export const callReasonSchema = z.enum([
  "no_rate",
  "insufficient_balance",
  "spending_limit",
  "destination_blocked",
  "too_many_calls",
  "rate_too_high",
  "caller_id_not_allowed",
  "invalid_number",
  "never_connected",
  "carrier_error",
]);
export type CallReason = z.infer<typeof callReasonSchema>;

/** One call as the API tells it. Times are ISO 8601 in UTC. */
export const callSchema = z.object({
  id: callIdSchema,
  /** The id the client made before it asked, so that asking twice makes one call. */
  clientKey: z.string(),
  toNumber: e164Schema,
  fromNumber: e164Schema,
  callerIdType: callerIdTypeSchema,
  countryCode: countryCodeSchema.nullable(),
  country: z.string(),
  contactId: contactIdSchema.nullable(),
  contactName: z.string().nullable(),
  status: carrierStatusSchema,
  reason: callReasonSchema.nullable(),
  rate: rateSchema,
  /** How long the hold pays for; null until the carrier asked to connect. */
  timeLimitSeconds: z.int().nullable(),
  heldMicros: microsSchema,
  createdAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  durationSeconds: z.int().nonnegative(),
  chargedMicros: microsSchema,
  /** Whether the carrier has said its last word on this call. */
  final: z.boolean(),
  /** What the person wrote down about it. */
  note: z.string().nullable(),
});
export type Call = z.infer<typeof callSchema>;

/** `POST /api/calls`: asks to call `to`. It may be written as a person types it when `region` is given. */
export const requestCallSchema = z.object({
  clientKey: z.uuid(),
  to: z.string().min(1).max(64),
  region: countryCodeSchema.optional(),
  /** The caller ID to show; the account's default when left out. */
  fromNumber: e164Schema.optional(),
});
export type RequestCall = z.input<typeof requestCallSchema>;

export const requestCallAnswerSchema = z.object({ call: callSchema });

export const listCallsPageShape = {
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};

/** `GET /api/calls?cursor=&limit=`, with a filter: newest first. */
export const listCallsQuerySchema = z
  .object({ ...listCallsPageShape, ...callFilterShape })
  .refine(beginsBeforeItEnds, rangeProblem);
export const listCallsAnswerSchema = z.object({ calls: z.array(callSchema), nextCursor: z.string().nullable() });

/** `PUT /api/calls/:id/note`: what the person wrote down about a call; an empty text takes it away. */
export const callNoteSchema = z.object({ note: z.string().trim().max(2000) });
export const callNoteParamSchema = z.object({ id: callIdSchema });
export const callNoteAnswerSchema = z.object({ call: callSchema });
