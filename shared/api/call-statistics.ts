import { z } from "zod";
import { carrierStatusSchema } from "../call-status.ts";
import { contactIdSchema } from "../ids.ts";
import { microsSchema } from "../money.ts";
import { countryCodeSchema } from "../phone-number.ts";
import { beginsBeforeItEnds, callFilterShape, rangeProblem } from "./call-filter.ts";

const periods = ["day", "week", "month"] as const;
export type Period = (typeof periods)[number];

/** The most periods that one answer tells of. */
export const mostPeriods = 400;

const timeZoneSchema = z.string().max(64).refine(isTimeZone, { message: "Expected an IANA time zone, such as Europe/Berlin." });

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    // The one way to ask: an unknown zone is a RangeError.
    return false;
  }
}

/**
 * `GET /api/statistics/calls`: the figures of the calls that a filter lets through. With `by` and `timeZone` also those of each day,
 * week (from Monday) or month of that zone, in a range of at most `mostPeriods` of them.
 */
export const callStatisticsQuerySchema = z
  .object({ ...callFilterShape, by: z.enum(periods).optional(), timeZone: timeZoneSchema.optional() })
  .refine(beginsBeforeItEnds, rangeProblem)
  .refine(({ by, timeZone }) => by === undefined || timeZone !== undefined, {
    path: ["timeZone"],
    message: "Expected beside `by`: whose days are counted.",
  });

const callFiguresShape = {
  calls: z.int().nonnegative(),
  /** Calls that were picked up, those that go on among them. */
  answered: z.int().nonnegative(),
  talkSeconds: z.int().nonnegative(),
  chargedMicros: microsSchema,
};

const callTotalsSchema = z.object({
  ...callFiguresShape,
  /** talkSeconds / answered; null when nothing was answered. */
  averageTalkSeconds: z.number().nonnegative().nullable(),
  /** answered / calls, 0 to 1; null when there were no calls. */
  answerRate: z.number().min(0).max(1).nullable(),
});
export type CallTotals = z.infer<typeof callTotalsSchema>;

export const callStatisticsAnswerSchema = z.object({
  totals: callTotalsSchema,
  /** When the first of them was made; null when there are none. */
  firstCallAt: z.iso.datetime().nullable(),
  /** Every period of the range in order, those without a call too; null when `by` was not given. */
  series: z
    .array(
      z.object({
        ...callFiguresShape,
        /** The local day on which it begins: "2026-03-29". */
        day: z.iso.date(),
        /** When it begins and when the next one does. */
        from: z.iso.datetime(),
        to: z.iso.datetime(),
      }),
    )
    .nullable(),
  /** Most calls first. */
  byCountry: z.array(z.object({ ...callFiguresShape, countryCode: countryCodeSchema.nullable() })),
  byStatus: z.array(z.object({ ...callFiguresShape, status: carrierStatusSchema })),
  /** The contacts with most calls, and all calls to nobody's numbers as one; see `mostContacts`. */
  byContact: z.array(
    z.object({ ...callFiguresShape, contactId: contactIdSchema.nullable(), contactName: z.string().nullable() }),
  ),
});
export type CallStatistics = z.infer<typeof callStatisticsAnswerSchema>;

/** The most contacts that one answer tells of. */
export const mostContacts = 50;
