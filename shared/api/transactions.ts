import { z } from "zod";
import { callIdSchema, contactIdSchema } from "../ids.ts";
import { parseDollars } from "../money.ts";
import { e164Schema } from "../phone-number.ts";
import { callerIdTypeSchema } from "./caller-ids.ts";
import { listCallsPageShape } from "./calls.ts";

/** Decimal dollars as a string, exact to six decimals: "0.014". */
const decimalDollarsSchema = z.string().refine((text) => parseDollars(text) !== undefined, {
  message: "Expected dollars in decimal with at most six places, such as 0.0140.",
});

/** An answered call as the record keeps it. The field names are a fixed contract. */
const callTransactionSchema = z.object({
  type: z.literal("call"),
  callId: callIdSchema,
  toNumber: e164Schema,
  fromNumber: e164Schema,
  /** The country's name. */
  country: z.string(),
  /** Whole seconds from answer to end. */
  duration: z.int().nonnegative(),
  /** Dollars charged. */
  cost: decimalDollarsSchema,
  status: z.literal("COMPLETED"),
  contactId: contactIdSchema.nullable(),
  callerIdType: callerIdTypeSchema,
  createdAt: z.iso.datetime(),
});
export type CallTransaction = z.infer<typeof callTransactionSchema>;

/**
 * `POST /api/user/transactions`: a client's report that its call has ended. A hint: it never moves money and never
 * contradicts the carrier. Idempotent by `callId` and body; the header `Idempotency-Key` may be given instead.
 */
export const reportTransactionSchema = z.object({
  type: z.literal("call"),
  callId: callIdSchema,
  toNumber: e164Schema.optional(),
  fromNumber: e164Schema.optional(),
  country: z.string().optional(),
  duration: z.int().nonnegative().optional(),
  cost: decimalDollarsSchema.optional(),
  status: z.enum(["COMPLETED", "FAILED"]).optional(),
  contactId: contactIdSchema.nullable().optional(),
  callerIdType: callerIdTypeSchema.optional(),
});
export type ReportTransaction = z.input<typeof reportTransactionSchema>;

/** `transaction` is null while the carrier has not yet said that the call was answered and ended. */
export const reportTransactionAnswerSchema = z.object({
  accepted: z.literal(true),
  transaction: callTransactionSchema.nullable(),
});

export const listTransactionsQuerySchema = z.object(listCallsPageShape);
/** `GET /api/user/transactions?cursor=&limit=`: newest first. */
export const listTransactionsAnswerSchema = z.object({
  transactions: z.array(callTransactionSchema),
  nextCursor: z.string().nullable(),
});
