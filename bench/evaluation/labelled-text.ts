import { countryCodeSchema } from "#shared/phone-number.ts";
import { z } from "zod";

/** A page's text with its numbers labelled by hand: `[start, end, kind]`. */
export const labelledPageSchema = z.object({
  host: z.string(),
  lang: z.string(),
  userRegion: countryCodeSchema,
  runs: z.array(
    z.object({
      text: z.string(),
      /** Offsets where one node of the page ends and the next begins. */
      breaks: z.array(z.int()),
      numbers: z.array(z.tuple([z.int(), z.int(), z.string()])),
    }),
  ),
});
export type LabelledPage = z.infer<typeof labelledPageSchema>;

/** A case of Google's PhoneNumberMatcherTest: what is found in a text at which leniency; null where the test does not say. */
export const matcherCaseSchema = z.object({
  group: z.string(),
  text: z.string(),
  region: countryCodeSchema.nullable(),
  start: z.int().default(0),
  end: z.int().default(0),
  number: z.string().optional(),
  /** Several numbers, where the text has them. */
  list: z.array(z.string()).optional(),
  at: z.object({ VALID: z.boolean().nullable() }),
});
export type MatcherCase = z.infer<typeof matcherCaseSchema>;

/** A text that only looks as if there were a number in it. */
export const lookAlikeSchema = z.object({ text: z.string(), before: z.string().optional(), after: z.string().optional() });
export type LookAlike = z.infer<typeof lookAlikeSchema>;
