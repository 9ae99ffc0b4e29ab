import type { AccountId, CallId } from "#shared/ids.ts";

export type EndStatus = "completed" | "busy" | "no-answer" | "failed" | "canceled";

/** How a leg of either kind ended, and when the carrier's own record of it is complete and has a price. */
export interface Ended {
  kind: "over";
  status: EndStatus;
  endedMs: number;
  /** What the record says, which counts: whole seconds of talk. */
  recordedSeconds: number;
  recordedMs: number;
  pricedMs: number;
  /** What the carrier charges us; undefined when it charges nothing. */
  priceMicros: number | undefined;
}

/** The caller's leg, from their browser to the carrier. */
export interface ParentLeg {
  sid: string;
  accountId: AccountId;
  callId: CallId;
  createdMs: number;
  /** When it is in the carrier's records. */
  visibleFromMs: number;
  state: { kind: "asking" } | { kind: "dialling"; child: ChildLeg } | Ended;
  /** The TwiML that asked to dial, in every answer about this leg that ever arrived. */
  dialDocuments: Set<string>;
}

/** The leg that the carrier dialled for a caller: the one that costs. */
export interface ChildLeg {
  sid: string;
  parent: ParentLeg;
  to: string;
  timeLimitSeconds: number;
  dialledMs: number;
  visibleFromMs: number;
  state: { kind: "ringing" } | { kind: "talking"; answeredMs: number } | ChildOver;
  /** The durations of its end that callbacks brought to a running server, which may have died of them. */
  toldSeconds: number[];
}

export interface ChildOver extends Ended {
  answeredMs: number | undefined;
  /** What callbacks say, in whole seconds of talk. */
  durationSeconds: number;
}

/** Seconds that the carrier may run over a limit at no cost to anybody. */
export const guardSeconds = 2;

export function isLive(leg: ChildLeg | ParentLeg): boolean {
  return leg.state.kind !== "over";
}
