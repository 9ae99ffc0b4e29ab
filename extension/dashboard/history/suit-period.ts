import type { PeriodChoice } from "./history-view.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** The periods that a chart of a range can show without crowding: some dozens of bars at most. */
export function suitPeriod({ fromMs, toMs }: { fromMs: number; toMs: number }): PeriodChoice {
  const days = (toMs - fromMs) / dayMs;
  if (days <= 45) return "day";
  return days <= 370 ? "week" : "month";
}

/** The periods that the server tells of in one answer: it tells of 400 at most. */
export function isTooFine(by: PeriodChoice, { fromMs, toMs }: { fromMs: number; toMs: number }): boolean {
  const days = (toMs - fromMs) / dayMs;
  return by === "day" ? days > 390 : by === "week" && days > 390 * 7;
}
