import { z } from "zod";
import { microsSchema } from "../money.ts";
import { countryCodeSchema, e164Schema } from "../phone-number.ts";

export const rateSchema = z.object({
  perMinuteMicros: microsSchema,
  incrementSeconds: z.int().positive(),
  minimumSeconds: z.int().nonnegative(),
  connectMicros: microsSchema,
});

/**
 * `GET /api/rates?to=&from=`. `to` may be written as a person types it when `region` is given. The price may depend on the caller
 * ID: without `from` it is that of the number a call would show.
 */
export const rateQuerySchema = z.object({
  to: z.string().min(1),
  from: e164Schema.optional(),
  region: countryCodeSchema.optional(),
});

/** What a call to a number costs, and how long the balance lasts. */
export const rateAnswerSchema = z.object({
  toNumber: e164Schema,
  countryCode: countryCodeSchema.nullable(),
  country: z.string(),
  /** "United Kingdom, mobile" */
  description: z.string(),
  rate: rateSchema,
  availableMicros: microsSchema,
  /**
   * Whole seconds of talk that the available balance pays for within the account's limits; 0 when a call would be refused for
   * them, null when talk is free.
   */
  affordableSeconds: z.int().nonnegative().nullable(),
});
export type RateAnswer = z.infer<typeof rateAnswerSchema>;
