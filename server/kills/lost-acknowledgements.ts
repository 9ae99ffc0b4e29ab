import { isTerminal, laterStatus } from "#shared/call-status.ts";
import type { CallId } from "#shared/ids.ts";
import { priceCall } from "#shared/price-call.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { eventKey, type CallRecord } from "./call-records.ts";

/** The books, as far as they show what was answered. */
export interface Books {
  calls: ReadonlyMap<CallId, CallRecord>;
  events: ReadonlyMap<string, number>;
}

/** What servers have answered for and the books do not show. */
export function findLost(acknowledged: readonly Acknowledgement[], { calls, events }: Books): string[] {
  const lost = acknowledged.flatMap((acknowledgement) => {
    const call = calls.get(acknowledgement.callId);
    const isThere = call !== undefined && shows(call, acknowledgement);
    return isThere ? [] : [`${JSON.stringify(acknowledgement)} of ${JSON.stringify(call)}`];
  });
  return [...lost, ...findLostEvents(acknowledged, events)];
}

function shows(call: CallRecord, acknowledged: Acknowledgement): boolean {
  switch (acknowledged.kind) {
    case "placed":
      return (
        call.parentSid === acknowledged.parentSid && call.timeLimitSeconds === acknowledged.timeLimitSeconds && isPaidFor(call)
      );
    case "turned_down":
      return isTerminal(call.status) && !call.holdOpen;
    case "status":
    case "dialled":
      // The carrier's last word may say less than its callbacks did.
      return call.final || includes(call, acknowledged);
  }
}

/** The money for the longest talk is held until the call has ended: this is what makes it safe that every server may die. */
function isPaidFor({ status, holdOpen, holdMicros, rate, timeLimitSeconds }: CallRecord): boolean {
  return isTerminal(status) || (holdOpen && holdMicros >= priceCall(rate, timeLimitSeconds ?? 0));
}

function includes(call: CallRecord, said: Extract<Acknowledgement, { kind: "status" | "dialled" }>): boolean {
  const hasStatus = laterStatus(call.status, said.status) === call.status;
  return hasStatus && call.durationSeconds >= (said.durationSeconds ?? 0);
}

/** Each acknowledged callback has left a line of its own; one that was not acknowledged may have. */
function findLostEvents(acknowledged: readonly Acknowledgement[], events: Books["events"]): string[] {
  const expected = new Map<string, number>();
  for (const each of acknowledged) {
    if (each.kind !== "status") continue;
    const key = eventKey({ child_sid: each.childSid, seq: each.sequence, status: each.status });
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  return [...expected]
    .filter(([key, times]) => (events.get(key) ?? 0) < times)
    .map(([key, times]) => `${key} was acknowledged ${times} times and written down ${events.get(key) ?? 0} times`);
}
