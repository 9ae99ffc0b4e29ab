import { z } from "zod";
import { microsSchema } from "../money.ts";
import { countryCodeSchema } from "../phone-number.ts";

/** What an account may spend, as its operator set it; null where there is no limit. */
export const limitsSchema = z.object({
  maxConcurrentCalls: z.int().nonnegative(),
  maxPerMinuteMicros: microsSchema,
  maxPerCallMicros: microsSchema.nullable(),
  /** For a day of UTC, what live calls hold included. */
  maxPerDayMicros: microsSchema.nullable(),
  /** The countries that may be called. */
  countries: z.array(countryCodeSchema).nullable(),
});
export type Limits = z.infer<typeof limitsSchema>;

/** `PUT /api/user/low-balance`: from which balance on to be told that it is low; 0 for never. */
export const lowBalanceSchema = z.object({
  lowBalanceMicros: microsSchema.refine((amount) => amount >= 0, { message: "Expected an amount of zero or more." }),
});
