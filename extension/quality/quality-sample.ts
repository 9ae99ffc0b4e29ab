import { z } from "zod";

/** What the voice SDK measured in one second of a call, of the audio that came in. */
export interface QualitySample {
  /** Mean opinion score, 1 to 5; null while the delay is not known. */
  mos: number | null;
  jitterMs: number;
  /** There and back; null while the other side has sent no report. */
  rttMs: number | null;
  /** Of the packets that were due, those that never came. */
  lossPercent: number;
}

const longestMs = 60_000;
const figure = (max: number) =>
  z
    .number()
    .nonnegative()
    .transform((value) => Math.min(value, max));

// The SDK's figures are numbers by its types, and now and then NaN or missing by the browser's: https://www.w3.org/TR/webrtc-stats/
const sampleSchema = z.object({
  mos: z.number().min(1).max(5).nullable().catch(null),
  jitter: figure(longestMs),
  rtt: figure(longestMs).nullable().catch(null),
  packetsLostFraction: figure(100),
});

/** Reads an SDK's sample; undefined when it tells nothing of how the call sounds. */
export function readSample(sample: unknown): QualitySample | undefined {
  const parsed = sampleSchema.safeParse(sample);
  if (!parsed.success) return undefined;
  const { mos, jitter: jitterMs, rtt: rttMs, packetsLostFraction: lossPercent } = parsed.data;
  return { mos, jitterMs, rttMs, lossPercent };
}
