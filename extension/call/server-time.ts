import type { Call } from "#shared/api/calls.ts";

/** When the request for a call went out and when its answer came, by this machine's clock. */
export interface RequestTimes {
  sentAtMs: number;
  answeredAtMs: number;
}

/**
 * By how much the server's clock is ahead of ours. The server wrote `createdAt` between the request and its answer, so the
 * middle of the two is off by half the round trip at most. Machines' clocks differ by minutes; a timer must not.
 */
export function serverAheadMs(call: Pick<Call, "createdAt">, { sentAtMs, answeredAtMs }: RequestTimes): number {
  return Date.parse(call.createdAt) - (sentAtMs + answeredAtMs) / 2;
}

/** When the call was answered, by this machine's clock; undefined while it has not been. */
export function answeredAtMsOf(call: Pick<Call, "answeredAt">, aheadMs: number): number | undefined {
  return call.answeredAt === null ? undefined : Math.round(Date.parse(call.answeredAt) - aheadMs);
}
