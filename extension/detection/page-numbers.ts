import { e164Schema, type E164 } from "#shared/phone-number.ts";
import { z } from "zod";
import { mostPageNumbers } from "./most-page-numbers.ts";

/** The marked numbers of one frame in the order of the page, each as often as it stands there. */
export interface PageNumbers {
  numbers: readonly { number: E164; extension: string | undefined }[];
  /** The one that was stepped to. */
  current: number | undefined;
}

/** A marked number by its place in that order, and by itself, should the page have changed meanwhile. */
export interface NumberPlace {
  index: number;
  number: E164;
}

/** What comes from a content script may have been made up by the page that it shares a process with. */
export const pageNumbersSchema = z.object({
  numbers: z
    .array(
      z.object({
        number: e164Schema,
        extension: z
          .string()
          .regex(/^[\d*#w]{1,32}$/)
          .optional(),
      }),
    )
    .max(mostPageNumbers),
  current: z.int().nonnegative().optional(),
});
