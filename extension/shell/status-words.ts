import { i18n } from "#i18n";
import type { DialerStatus } from "#shared/call-status.ts";
import { formatMoney } from "../ui/format-money.ts";
import { speakDuration } from "../ui/format-duration.ts";
import type { CallMeter } from "../call/call-meter.ts";

/** The five words of a dialer, as they are shown. */
export const statusWords: Record<DialerStatus, string> = {
  initiating: i18n.t("shell.status.initiating"),
  calling: i18n.t("shell.status.calling"),
  answered: i18n.t("shell.status.answered"),
  ended: i18n.t("shell.status.ended"),
  failed: i18n.t("shell.status.failed"),
};

/** What a screen reader hears when the status changes: once, with what matters then. */
export function announce({ status, who, meter }: { status: DialerStatus; who: string; meter: CallMeter | undefined }): string {
  switch (status) {
    case "initiating":
      return i18n.t("shell.announce.initiating", { who });
    case "calling":
      return i18n.t("shell.announce.calling", { who });
    case "answered":
      return i18n.t("shell.announce.answered", { who });
    case "ended":
      if (!meter) return i18n.t("shell.announce.ended");
      return i18n.t("shell.announce.endedWithFigures", {
        duration: speakDuration(meter.durationSeconds),
        cost: formatMoney(meter.costMicros, { decimals: 4 }),
      });
    case "failed":
      return i18n.t("shell.announce.failed");
  }
}
