import { z } from "zod";

/**
 * The statuses of a call leg in Twilio's words, in the order in which a later one replaces an earlier one.
 * Callbacks come in any order, so rank decides, not arrival. "completed" outranks the failures because only it carries a duration to charge.
 * https://www.twilio.com/docs/voice/api/call-resource#call-status-values
 */
export const carrierStatuses = [
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "canceled",
  "no-answer",
  "busy",
  "failed",
  "completed",
] as const;

export const carrierStatusSchema = z.enum(carrierStatuses);
export type CarrierStatus = z.infer<typeof carrierStatusSchema>;

/** The later of two statuses. Commutative, associative and idempotent, so any order of callbacks gives one result. */
export function laterStatus(a: CarrierStatus, b: CarrierStatus): CarrierStatus {
  return carrierStatuses.indexOf(a) >= carrierStatuses.indexOf(b) ? a : b;
}

/** Whether the leg has ended. */
export function isTerminal(status: CarrierStatus): boolean {
  return carrierStatuses.indexOf(status) >= carrierStatuses.indexOf("canceled");
}

/** The five words a dialer shows. */
export const dialerStatuses = ["initiating", "calling", "answered", "ended", "failed"] as const;
export type DialerStatus = (typeof dialerStatuses)[number];

/** The dialer's word for what the carrier said. */
export function dialerStatusOf(status: CarrierStatus): DialerStatus {
  switch (status) {
    case "queued":
    case "initiated":
      return "initiating";
    case "ringing":
      return "calling";
    case "in-progress":
      return "answered";
    case "completed":
      return "ended";
    case "canceled":
    case "no-answer":
    case "busy":
    case "failed":
      return "failed";
  }
}
