import type { QualitySample } from "./quality-sample.ts";

/** Good: nobody minds. Fair: some do. Poor: most do. */
export type Grade = "good" | "fair" | "poor";

/** What spoils it the most. */
export type NetworkCause = "packet_loss" | "jitter" | "delay";

export interface Graded {
  grade: Grade;
  cause: NetworkCause;
}

/**
 * From these on the voice SDK warns of a figure: 30 ms of jitter, 400 ms there and back, 3 % of packets lost.
 * The 400 ms are twice the 200 ms one way from which talk suffers by ITU-T G.114.
 * https://www.twilio.com/docs/voice/sdks/javascript/call-quality
 */
const warnAbove: Record<NetworkCause, number> = { packet_loss: 3, jitter: 30, delay: 400 };

/**
 * Scores below which listeners are not content, by ITU-T G.107, Annex B: below 3.6 (R 70) many are dissatisfied, below
 * 3.1 (R 60) nearly all are.
 */
const fairBelow = 3.6;
const poorBelow = 3.1;

// The SDK's score takes hardly any note of jitter, and little of loss: 9 % lost still scores 3.7. So a figure at three times
// its limit is poor by itself.
const poorFactor = 3;

/** Grades one second of a call. */
export function gradeSample({ mos, jitterMs, rttMs, lossPercent }: QualitySample): Graded {
  const strains = [
    { cause: "packet_loss", strain: lossPercent / warnAbove.packet_loss },
    { cause: "jitter", strain: jitterMs / warnAbove.jitter },
    { cause: "delay", strain: (rttMs ?? 0) / warnAbove.delay },
  ] as const;
  const { cause, strain } = strains.reduce((worst, each) => (each.strain > worst.strain ? each : worst));
  return { grade: gradeOf(mos ?? 5, strain), cause };
}

function gradeOf(mos: number, strain: number): Grade {
  if (mos < poorBelow || strain > poorFactor) return "poor";
  return mos < fairBelow || strain > 1 ? "fair" : "good";
}
