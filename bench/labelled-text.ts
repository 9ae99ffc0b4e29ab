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

/** A text that only looks as if there were a number in it. */
export const lookAlikeSchema = z.object({ text: z.string(), before: z.string().optional(), after: z.string().optional() });
export type LookAlike = z.infer<typeof lookAlikeSchema>;
