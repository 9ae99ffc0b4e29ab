import { carrierStatuses } from "#shared/call-status.ts";
import type { CallRecord } from "../books/books.ts";
import { modelPrice } from "../prices.ts";
import type { Invariant } from "./step.ts";

/** A call's charge is what its transfers took from its own wallet and gave back to it. */
export const chargeIsTheSumOfItsTransfers: Invariant = function* ({ after }) {
  const charged = new Map<string, number>();
  for (const { id, callId, kind, debitAccount, creditAccount, amountMicros } of after.transfers) {
    if (callId === null) continue;
    const call = after.calls.get(callId);
    const [wallet, sign] = kind === "settle" ? [debitAccount, 1] : [creditAccount, -1];
    if (wallet !== call?.accountId || (kind !== "settle" && kind !== "refund"))
      yield `Transfer ${id} is not of its call's wallet.`;
    charged.set(callId, (charged.get(callId) ?? 0) + sign * amountMicros);
  }
  for (const { id, chargedMicros } of after.calls.values()) {
    if (chargedMicros !== (charged.get(id) ?? 0))
      yield `${id} is charged ${chargedMicros}, its transfers come to ${charged.get(id) ?? 0}.`;
  }
};

/** Status, duration and charge never go back before the last word, and nothing changes after it. */
export const callsOnlyGoForward: Invariant = function* ({ before, after }) {
  for (const earlier of before.calls.values()) {
    const call = after.calls.get(earlier.id);
    if (call === earlier) continue;
    if (!call) {
      yield `${earlier.id} is gone.`;
      continue;
    }
    const broken = whatWentBack(earlier, call);
    if (broken) yield `${call.id}: ${broken} (${tellCall(earlier)} -> ${tellCall(call)})`;
  }
};

/** What a call was made with is what it keeps: a new deck, a new limit, a repeated webhook change none of it. */
export const whatWasAgreedStays: Invariant = function* ({ before, after }) {
  for (const earlier of before.calls.values()) {
    const call = after.calls.get(earlier.id);
    if (!call || call === earlier) continue;
    if (JSON.stringify(call.rate) !== JSON.stringify(earlier.rate)) yield `${call.id} was re-rated.`;
    if (earlier.parentSid !== null && agreed(call) !== agreed(earlier))
      yield `${call.id}: ${agreed(earlier)} became ${agreed(call)}.`;
    if (earlier.childSid !== null && call.childSid !== earlier.childSid) yield `${call.id} has another leg.`;
  }
};

/** Nobody is ever charged for more than the carrier has said. */
export const chargesFollowTheCarrier: Invariant = function* ({ after, legs }) {
  for (const call of after.calls.values()) {
    if (call.chargedMicros === 0) continue;
    const child = call.childSid === null ? undefined : legs.children.get(call.childSid);
    const said = child?.state.kind === "over" ? [child.state.recordedSeconds, ...child.toldSeconds] : [0];
    const mostMicros = modelPrice(call.rate, Math.max(...said));
    if (call.chargedMicros > mostMicros)
      yield `${call.id} is charged ${call.chargedMicros} for a talk that costs ${mostMicros} at most.`;
  }
};

function whatWentBack(earlier: CallRecord, call: CallRecord): string | undefined {
  if (earlier.final) return told(earlier) === told(call) ? undefined : "it changed after its last word";
  if (call.final) return undefined;
  if (rank(call) < rank(earlier)) return "its status went back";
  if (call.durationSeconds < earlier.durationSeconds) return "its duration fell";
  if (call.chargedMicros < earlier.chargedMicros) return "its charge fell";
  if (earlier.answeredMs !== null && (call.answeredMs ?? Infinity) > earlier.answeredMs) return "its answer moved later";
  if (!earlier.holdOpen && call.holdOpen && earlier.parentSid !== null) return "its hold was opened again";
  return undefined;
}

function told({
  status,
  reason,
  durationSeconds,
  answeredMs,
  endedMs,
  chargedMicros,
  unrecoveredMicros,
  holdOpen,
  final,
}: CallRecord) {
  return JSON.stringify([
    status,
    reason,
    durationSeconds,
    answeredMs,
    endedMs,
    chargedMicros,
    unrecoveredMicros,
    holdOpen,
    final,
  ]);
}

function agreed({ parentSid, holdMicros, timeLimitSeconds }: CallRecord): string {
  return JSON.stringify({ parentSid, holdMicros, timeLimitSeconds });
}

function rank({ status }: CallRecord): number {
  return carrierStatuses.indexOf(status);
}

function tellCall({ status, durationSeconds, chargedMicros, final }: CallRecord): string {
  return `${status} ${durationSeconds} s ${chargedMicros}${final ? " final" : ""}`;
}
