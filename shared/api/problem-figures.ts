import { z } from "zod";
import { blockedKinds } from "../dialing-policy.ts";
import { microsSchema } from "../money.ts";
import { countryCodeSchema, e164Schema, invalidNumbers } from "../phone-number.ts";

/** What can be wrong with what somebody signs in or up with. */
const signInProblems = [
  "invalid_email",
  "wrong_credentials",
  "wrong_password",
  "password_too_short",
  "password_too_long",
  "email_taken",
] as const;

/**
 * What a problem's sentence speaks of, as figures and codes: a client makes the sentence of these in its own language. Which of them
 * come depends on the problem's code.
 */
export const problemFiguresSchema = z.object({
  /** For invalid_number: what is wrong with it. */
  invalid: z.enum(invalidNumbers).optional(),
  /** For destination_blocked: what rules it out. With "country", where it is and where the account may call. */
  blocked: z.enum([...blockedKinds, "country"]).optional(),
  countries: z.array(countryCodeSchema).optional(),
  /** For destination_blocked and no_rate: where the number is; null for numbers of no country. */
  countryCode: countryCodeSchema.nullable().optional(),
  /** For caller_id_not_allowed: the one that was asked for; left out when there is none at all. */
  callerId: e164Schema.optional(),
  /** For too_many_calls. */
  maxConcurrentCalls: z.int().optional(),
  /** For rate_too_high: what a minute costs there, and what it may cost. */
  perMinuteMicros: microsSchema.optional(),
  maxPerMinuteMicros: microsSchema.optional(),
  /** For insufficient_balance: what the call needs, what there is, what other calls hold, and who is called by the only one. */
  neededMicros: microsSchema.optional(),
  availableMicros: microsSchema.optional(),
  heldMicros: microsSchema.optional(),
  heldByCallTo: z.string().optional(),
  /** For spending_limit, beside neededMicros: which limit of the account, and what it leaves for another call. */
  limit: z.enum(["per_call", "per_day"]).optional(),
  limitMicros: microsSchema.optional(),
  leftMicros: microsSchema.optional(),
  /** For too_many_requests: how many a minute there may be. */
  perMinute: z.int().optional(),
  /** For contact_exists: whose number it is. */
  contactName: z.string().optional(),
  /** For unauthorized and bad_request: what was wrong when somebody signed in or up. */
  signIn: z.enum(signInProblems).optional(),
  /** For internal_error: what to look for in the server's log. */
  requestId: z.string().optional(),
});
export type ProblemFigures = z.infer<typeof problemFiguresSchema>;
