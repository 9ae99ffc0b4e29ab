import type { DialerStatus } from "#shared/call-status.ts";
import { formatMoney } from "../ui/format-money.ts";
import { speakDuration } from "../ui/format-duration.ts";
import type { CallMeter } from "../call/call-meter.ts";

/** The five words of a dialer, as they are shown. */
export const statusWords: Record<DialerStatus, string> = {
  initiating: "Initiating",
  calling: "Calling",
  answered: "Answered",
  ended: "Ended",
  failed: "Failed",
};

/** What a screen reader hears when the status changes: once, with what matters then. */
export function announce({ status, who, meter }: { status: DialerStatus; who: string; meter: CallMeter | undefined }): string {
  switch (status) {
    case "initiating":
      return `Initiating the call to ${who}.`;
    case "calling":
      return `Calling ${who}.`;
    case "answered":
      return `${who} answered.`;
    case "ended":
      if (!meter) return "The call ended.";
      return `The call ended after ${speakDuration(meter.durationSeconds)} and cost ${formatMoney(meter.costMicros, { decimals: 4 })}.`;
    case "failed":
      return "The call failed.";
  }
}
