import { z } from "zod";
import { callIdSchema } from "../ids.ts";
import { microsSchema } from "../money.ts";
import { e164Schema } from "../phone-number.ts";

/** A transfer as the wallet's owner sees it. */
export const statementLineSchema = z.object({
  id: z.string(),
  kind: z.enum(["topup", "settle", "refund", "credit", "adjust"]),
  /** Above zero is money in, below zero is money out. */
  changeMicros: microsSchema,
  /** What was in the wallet after it. */
  balanceAfterMicros: microsSchema,
  reason: z.string(),
  /** The call it settles or refunds, and whom that call was to. */
  callId: callIdSchema.nullable(),
  toNumber: e164Schema.nullable(),
  contactName: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

/** `GET /api/user/statement?cursor=&limit=`: what moved in and out of the wallet, newest first. */
export const statementQuerySchema = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const statementAnswerSchema = z.object({ lines: z.array(statementLineSchema), nextCursor: z.string().nullable() });

/** What one top-up by card may be, so that a slip of the finger is no disaster. */
export const smallestTopUpMicros = 5_000_000;
export const largestTopUpMicros = 500_000_000;

/** `POST /api/user/top-ups`: asks for a page to pay on by card. Whole cents. `key` makes asking twice ask once. */
export const topUpSchema = z.object({
  key: z.uuid(),
  amountMicros: microsSchema
    .refine((amount) => amount % 10_000 === 0, { message: "Expected whole cents." })
    .refine((amount) => amount >= smallestTopUpMicros, { message: "The least one can pay in is $5.00." })
    .refine((amount) => amount <= largestTopUpMicros, { message: "The most one can pay in at once is $500.00." }),
});
export type TopUpRequest = z.input<typeof topUpSchema>;

/** The page of the payment provider to send the person to. */
export const topUpAnswerSchema = z.object({ checkoutUrl: z.url() });
