import type { CallRecord } from "../books/books.ts";
import { guardSeconds, isLive, type ChildLeg } from "../carrier/legs.ts";
import { modelPrice } from "../prices.ts";
import type { Invariant } from "./step.ts";

/** No leg is live that the books do not know, with a hold that pays for all of it. Only the carrier's word frees a hold. */
export const everyLiveLegHasItsHold: Invariant = function* ({ after, legs }) {
  const calls = byParentSid(after.calls.values());
  for (const child of legs.children.values()) {
    if (!isLive(child)) continue;
    const call = calls.get(child.parent.sid);
    if (call && call.accountId !== child.parent.accountId)
      yield `${child.parent.accountId} is connected by a call of ${call.accountId}.`;
    if (!call) yield `A leg of ${child.parent.callId} is live, and no call has it.`;
    else if (!call.holdOpen) yield `${call.id} is live, and its hold is gone.`;
    else if (call.holdMicros < worstCase(call, child))
      yield `${call.id} holds ${call.holdMicros}, and may cost ${worstCase(call, child)}.`;
  }
};

/**
 * If every server died now, what is in a wallet would still pay for every call of its owner: those that are live, to the end of the time
 * that was given to the carrier, and those that are over and not settled. Reckoned from the TwiML that was sent, not from the holds.
 */
export const theWorstCaseIsPaidFor: Invariant = function* ({ after, legs }) {
  const calls = byParentSid(after.calls.values());
  const worst = new Map<string, number>();
  for (const child of legs.children.values()) {
    const call = calls.get(child.parent.sid);
    if (!call) continue;
    worst.set(call.accountId, (worst.get(call.accountId) ?? 0) + stillToPay(call, child));
  }
  for (const [accountId, micros] of worst) {
    const posted = after.accounts.get(accountId)?.postedMicros ?? 0;
    if (micros > posted) yield `The calls of ${accountId} may still cost ${micros}, and ${posted} is posted.`;
  }
};

function stillToPay(call: CallRecord, child: ChildLeg): number {
  if (isLive(child)) return worstCase(call, child);
  if (!call.holdOpen || child.state.kind !== "over") return 0;
  // Beyond the guard the carrier has broken its word, and nobody has promised to pay for that.
  const seconds = Math.min(child.state.recordedSeconds, child.timeLimitSeconds + guardSeconds);
  return modelPrice(call.rate, seconds);
}

function worstCase({ rate }: CallRecord, { timeLimitSeconds }: ChildLeg): number {
  return modelPrice(rate, timeLimitSeconds + guardSeconds);
}

function byParentSid(calls: Iterable<CallRecord>): Map<string | null, CallRecord> {
  return new Map([...calls].map((call) => [call.parentSid, call]));
}
