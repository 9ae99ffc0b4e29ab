import { i18n } from "#i18n";
import type { Call } from "#shared/api/calls.ts";

/** How a call went, in a word or two for a list. */
export interface CallOutcome {
  label: string;
  tone: "good" | "live" | "missed";
}

/** The outcome of a call in a list: the reason when there is one, else the carrier's status in plain words. */
export function outcomeOf({ status, reason }: Pick<Call, "status" | "reason">): CallOutcome {
  switch (status) {
    case "queued":
    case "initiated":
      return { label: i18n.t("shell.status.initiating"), tone: "live" };
    case "ringing":
      return { label: i18n.t("shell.status.calling"), tone: "live" };
    case "in-progress":
      return { label: i18n.t("shell.outcome.talking"), tone: "live" };
    case "completed":
      return { label: i18n.t("shell.status.answered"), tone: "good" };
    case "busy":
      return { label: i18n.t("shell.outcome.busy"), tone: "missed" };
    case "no-answer":
      return { label: i18n.t("shell.outcome.noAnswer"), tone: "missed" };
    case "canceled":
      return { label: reason === null ? i18n.t("shell.outcome.cancelled") : reasonLabel(reason), tone: "missed" };
    case "failed":
      return { label: reason === null ? i18n.t("shell.status.failed") : reasonLabel(reason), tone: "missed" };
  }
}

function reasonLabel(reason: NonNullable<Call["reason"]>): string {
  switch (reason) {
    case "no_rate":
      return i18n.t("shell.outcome.noRate");
    case "insufficient_balance":
      return i18n.t("shell.outcome.insufficientBalance");
    case "spending_limit":
      return i18n.t("shell.outcome.spendingLimit");
    case "destination_blocked":
      return i18n.t("shell.outcome.blocked");
    case "too_many_calls":
      return i18n.t("shell.outcome.tooManyCalls");
    case "rate_too_high":
      return i18n.t("shell.outcome.rateTooHigh");
    case "caller_id_not_allowed":
      return i18n.t("shell.outcome.callerIdRefused");
    case "invalid_number":
      return i18n.t("shell.outcome.invalidNumber");
    case "never_connected":
      return i18n.t("shell.outcome.notConnected");
    case "carrier_error":
      return i18n.t("shell.outcome.carrierError");
  }
}
