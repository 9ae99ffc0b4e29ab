import type { Call } from "@twilio/voice-sdk";
import { qualityWarningSchema } from "#shared/api/call-quality.ts";
import type { QualityEvent } from "../quality/live-quality.ts";
import { readSample } from "../quality/quality-sample.ts";

/**
 * Passes on what the voice SDK measures of a call and warns of. Warnings that a later SDK may bring are left out: nobody has words
 * for them, and the server would not take them.
 */
export function hearCallQuality(call: Call, hear: (event: QualityEvent) => void): void {
  const warn = (name: unknown, isRaised: boolean) => {
    const known = qualityWarningSchema.safeParse(name);
    if (known.success) hear({ type: "warning", name: known.data, isRaised });
  };
  call.on("sample", (measured: unknown) => {
    const sample = readSample(measured);
    if (sample) hear({ type: "sample", sample });
  });
  call.on("warning", (name: unknown) => warn(name, true));
  call.on("warning-cleared", (name: unknown) => warn(name, false));
}
