import type { MicrophoneRefusal } from "../audio/microphone-refusal.ts";
import type { QualitySample } from "./quality-sample.ts";

/** How far a test of the network came, and what it measured. Codes and figures; words are made where they are shown. */
export type NetworkTestResult =
  | { status: "failed"; at: "microphone"; refusal: MicrophoneRefusal }
  | { status: "failed"; at: "server" | "too_often" | "signalling" | "media" | "stopped"; sdkCode?: number }
  | {
      status: "done";
      /** From the first word to the carrier to its answer. */
      signallingMs: number;
      /** From then until sound could flow; undefined when the browser did not say. */
      mediaMs: number | undefined;
      /** Averages over the test. */
      figures: QualitySample;
      /** Whether the microphone picked up anything. */
      hasHeard: boolean;
    };

/** Averages of samples; undefined of none. What is not known of any is not known. */
export function averageOf(samples: readonly QualitySample[]): QualitySample | undefined {
  const jitterMs = mean(samples.map((sample) => sample.jitterMs));
  const lossPercent = mean(samples.map((sample) => sample.lossPercent));
  if (jitterMs === null || lossPercent === null) return undefined;
  return { mos: mean(samples.map(({ mos }) => mos)), rttMs: mean(samples.map(({ rttMs }) => rttMs)), jitterMs, lossPercent };
}

function mean(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? null : known.reduce((sum, figure) => sum + figure, 0) / known.length;
}
