/** Everything that is made to go wrong. Each must really happen now and then: one that never does proves nothing. */
export const faults = [
  "webhook lost",
  "webhook doubled",
  "webhook late",
  "webhook out of order",
  "webhook replayed",
  "webhook sent again",
  "webhook forged",
  "answer lost",
  "end without duration",
  "voice webhook doubled",
  "call connected twice",
  "call id of another account",
  "call never connected",
  "connected long after it was asked for",
  "caller gave up before the answer",
  "request repeated",
  "key used for another request",
  "crash before a statement",
  "crash before COMMIT",
  "crash after COMMIT",
  "disk full for a statement",
  "down for more than an hour",
  "clock wrong by more than a minute",
  "clock moved at a restart",
  "carrier unreachable",
  "carrier's record not complete",
  "carrier's record not there yet",
  "carrier's record says less",
  "carrier's record says more",
  "overrun within the guard",
  "overrun beyond the guard",
  "leg that ignores its limit",
  "several things at once",
  "calls of an account at once",
  "top-up doubled",
  "money taken back during a call",
  "more taken back than there was",
  "limits changed",
  "new rate deck",
  "client's claim",
  "claim at the moment of connecting",
  "stranger's claim",
  "refused for the balance",
  "refused for a limit",
  "refused for calls at once",
] as const;

export type Fault = (typeof faults)[number];

/** How often each fault happened. */
export type FaultCounts = Readonly<Record<Fault, number>>;

export const noFaults: FaultCounts = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>;

export function addFaults(a: FaultCounts, b: FaultCounts): FaultCounts {
  return Object.fromEntries(faults.map((fault) => [fault, a[fault] + b[fault]])) as Record<Fault, number>;
}

/** The faults that did not happen once. */
export function missingFaults(counts: FaultCounts): Fault[] {
  return faults.filter((fault) => counts[fault] === 0);
}
