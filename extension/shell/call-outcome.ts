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
      return { label: "Initiating", tone: "live" };
    case "ringing":
      return { label: "Calling", tone: "live" };
    case "in-progress":
      return { label: "Talking", tone: "live" };
    case "completed":
      return { label: "Answered", tone: "good" };
    case "busy":
      return { label: "Busy", tone: "missed" };
    case "no-answer":
      return { label: "No answer", tone: "missed" };
    case "canceled":
      return { label: reason === null ? "Cancelled" : reasonLabel(reason), tone: "missed" };
    case "failed":
      return { label: reason === null ? "Failed" : reasonLabel(reason), tone: "missed" };
  }
}

function reasonLabel(reason: NonNullable<Call["reason"]>): string {
  switch (reason) {
    case "no_rate":
      return "No rate";
    case "insufficient_balance":
      return "Balance too small";
    case "spending_limit":
      return "Limit reached";
    case "destination_blocked":
      return "Blocked";
    case "too_many_calls":
      return "Too many calls";
    case "rate_too_high":
      return "Rate too high";
    case "caller_id_not_allowed":
      return "Caller ID refused";
    case "invalid_number":
      return "Invalid number";
    case "never_connected":
      return "Not connected";
    case "carrier_error":
      return "Carrier error";
  }
}
