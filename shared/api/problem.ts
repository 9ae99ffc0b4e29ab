import { z } from "zod";
import { problemFiguresSchema } from "./problem-figures.ts";

/** Every code a problem of this API can carry. A UI has one sentence for each. */
export const problemCodes = [
  "bad_request",
  "invalid_number",
  "unauthorized",
  "forbidden",
  "not_found",
  "conflict",
  "payload_too_large",
  "unsupported_media_type",
  "too_many_requests",
  "idempotency_mismatch",
  "request_in_flight",
  "no_rate",
  "insufficient_balance",
  "spending_limit",
  "caller_id_not_allowed",
  "destination_blocked",
  "too_many_calls",
  "rate_too_high",
  "contact_exists",
  "sign_up_closed",
  "demo_unavailable",
  "carrier_unavailable",
  "payments_unavailable",
  "internal_error",
] as const;

const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** An error body, `application/problem+json`, RFC 9457, with a `code` for programs and members that say how to mend it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: problemCodeSchema,
  /** Which part of the request was wrong, by path. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  ...problemFiguresSchema.shape,
});
export type Problem = z.infer<typeof problemSchema>;
