import { z } from "zod";

/**
 * What the voice SDK warns of during a call. `low-...` and `constant-...` are about audio that does not flow or does not change.
 * https://www.twilio.com/docs/voice/sdks/javascript/call-quality
 */
export const qualityWarningSchema = z.enum([
  "high-rtt",
  "high-jitter",
  "high-packet-loss",
  "high-packets-lost-fraction",
  "low-mos",
  "low-bytes-received",
  "low-bytes-sent",
  "constant-audio-input-level",
  "constant-audio-output-level",
]);
export type QualityWarning = z.infer<typeof qualityWarningSchema>;

/** A figure over a whole call. Rounded to hundredths, which is more than anybody hears. */
function spreadOf({ min, max }: { min: number; max: number }) {
  const figure = z.number().min(min).max(max).transform(toHundredths);
  return z
    .object({ average: figure, min: figure, max: figure })
    .refine(({ average, ...ends }) => ends.min <= average && average <= ends.max, "The average lies between the ends.");
}

/** One sample a second, and no call lasts longer than a day. */
const mostSamples = 86_400;

/** How a call sounded, as the browser measured it from its answer to its end. */
export const callQualitySchema = z.object({
  sampleCount: z.int().min(1).max(mostSamples),
  /** Mean opinion score by the E-model, from 1 to 5; null when the delay was never known. https://www.itu.int/rec/T-REC-G.107 */
  mos: spreadOf({ min: 1, max: 5 }).nullable(),
  /** How unevenly packets came in. */
  jitterMs: spreadOf({ min: 0, max: 60_000 }),
  /** The way there and back; null when the other side sent no reports. */
  rttMs: spreadOf({ min: 0, max: 60_000 }).nullable(),
  /** Of the packets that were due in a second, those that never came. */
  lossPercent: spreadOf({ min: 0, max: 100 }),
  /** What was warned of, and how often; each name once. */
  warnings: z
    .array(z.object({ name: qualityWarningSchema, count: z.int().min(1).max(mostSamples) }))
    .max(qualityWarningSchema.options.length)
    .refine((warnings) => new Set(warnings.map(({ name }) => name)).size === warnings.length, "Each warning stands once."),
});
export type CallQuality = z.infer<typeof callQualitySchema>;

/** What a person may say was wrong with a call: Twilio's own list. https://www.twilio.com/docs/voice/api/feedback-resource */
export const callIssueSchema = z.enum([
  "audio-latency",
  "choppy-audio",
  "dropped-call",
  "echo",
  "imperfect-audio",
  "noisy-call",
  "one-way-audio",
]);
export type CallIssue = z.infer<typeof callIssueSchema>;

/** A person's word on a call: from 1, bad, to 5, flawless; and what was wrong with it, unless it was flawless. */
export const callFeedbackSchema = z.object({
  score: z.int().min(1).max(5),
  issue: callIssueSchema.nullable(),
});
export type CallFeedback = z.infer<typeof callFeedbackSchema>;

/** `GET /api/calls/:id/quality`: null for what nobody has told. */
export const callQualityAnswerSchema = z.object({
  quality: callQualitySchema.nullable(),
  feedback: callFeedbackSchema.nullable(),
});

/** What `PUT` of either answers: whether it is what is kept now. What was told first stays. */
export const keptAnswerSchema = z.object({ kept: z.boolean() });

function toHundredths(figure: number): number {
  return Math.round(figure * 100) / 100;
}
