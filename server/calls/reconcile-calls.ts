import { isTerminal, type CarrierStatus } from "#shared/call-status.ts";
import { zeroMicros, type Micros } from "#shared/money.ts";
import type { Carrier, CarrierCall, CarrierFailure } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import { tellError } from "../http/on-error.ts";
import { limitDeadlineMs } from "../ledger/check-times.ts";
import type { Logger } from "../logger.ts";
import type { CallRow, CarrierFact, Store } from "../store/store.ts";

export interface ReconcileDeps {
  store: Pick<Store, "claimCallsToCheck" | "recordFact" | "refuseCall" | "scheduleCheck">;
  carrier: Pick<Carrier, "fetchCall" | "listChildren" | "hangUp">;
  clock: Clock;
  logger: Pick<Logger, "warn" | "error">;
  /** Told what a call cost beyond what was there to pay it. */
  handleUnrecovered?: (amount: Micros) => void;
  /** Ends the pass after the call under way. What is left comes up again when its lease runs out. */
  signal?: AbortSignal;
}

const callsPerPass = 50;
// Longer than a pass takes whose every question is answered late. Should it end early, two ask, and the second answer is no news.
const leaseMs = 120_000;
const askAgainMs = 30_000;
// Only calls that their client reported as ended are asked about while they go on, and those should end any moment.
const lookAgainMs = 60_000;
const hangUpAgainMs = 10_000;

/** What asking about a call came to. All but the first two are asked again. */
export type Reconciled = "settled" | "never_connected" | "goes_on" | "hung_up" | "not_answered" | "failed";

/**
 * Asks the carrier about every call that is due, so that records come right without a single webhook. A hold is freed by the
 * carrier's word alone: while it cannot be asked, the hold stays and the question is put again. Gives what came of each call.
 */
export async function reconcileCalls(deps: ReconcileDeps): Promise<Reconciled[]> {
  const due = await deps.store.claimCallsToCheck(deps.clock(), { limit: callsPerPass, leaseMs });
  const reconciled: Reconciled[] = [];
  for (const call of due) {
    if (deps.signal?.aborted) break;
    reconciled.push(await reconcileOne(deps, call));
  }
  return reconciled;
}

/** One call whose record is broken must not keep the others from being settled. */
async function reconcileOne(deps: ReconcileDeps, call: CallRow): Promise<Reconciled> {
  try {
    return await reconcile(deps, call);
  } catch (error) {
    deps.logger.error({ callId: call.id, ...tellError(error) }, "call not reconciled");
    await deps.store.scheduleCheck(call.id, deps.clock() + askAgainMs);
    return "failed";
  }
}

async function reconcile(deps: ReconcileDeps, call: CallRow): Promise<Reconciled> {
  const { store, carrier, clock } = deps;
  if (call.parentSid === null) {
    await store.refuseCall({ callId: call.id, reason: "never_connected", nowMs: clock() });
    return "never_connected";
  }
  if (call.childSid !== null) return takeAnswer(deps, call, await carrier.fetchCall(call.childSid));
  const children = await carrier.listChildren(call.parentSid);
  if (!children.ok) return askAgain(deps, call, children.error);
  // Our TwiML dials one number, so there is one child leg or none.
  const [child] = children.value;
  return takeAnswer(deps, call, child ? { ok: true, value: child } : await carrier.fetchCall(call.parentSid));
}

type Answer = Awaited<ReturnType<Carrier["fetchCall"]>>;

async function takeAnswer(deps: ReconcileDeps, call: CallRow, answer: Answer): Promise<Reconciled> {
  if (answer.ok) {
    return isTerminal(answer.value.status)
      ? settle(deps, call, lastWord(deps, call, answer.value))
      : waitOrEnd(deps, call, answer.value);
  }
  // That it knows no such leg is the carrier's word too. But a leg that goes on may only not be in its records yet.
  if (answer.error.kind === "not_found" && (isTerminal(call.status) || isPastLimit(deps, call))) {
    deps.logger.warn({ callId: call.id }, "the carrier has no record of a call");
    return settle(deps, call, unknownToCarrier(deps, call));
  }
  return askAgain(deps, call, answer.error);
}

/** The last word is recorded once for each call, so what could not be recovered is told once. */
async function settle(
  { store, logger, handleUnrecovered }: ReconcileDeps,
  call: CallRow,
  fact: CarrierFact,
): Promise<Reconciled> {
  const settled = await store.recordFact({ callId: call.id }, fact);
  const unrecoveredMicros = settled?.unrecoveredMicros ?? zeroMicros;
  if (unrecoveredMicros > 0) {
    handleUnrecovered?.(unrecoveredMicros);
    logger.error(
      { callId: call.id, unrecoveredMicros },
      "a call went on beyond what was held for it, and the rest was not there",
    );
  }
  return "settled";
}

function lastWord({ clock }: ReconcileDeps, call: CallRow, leg: CarrierCall): CarrierFact {
  const isChild = leg.callSid !== call.parentSid;
  return {
    status: isChild ? leg.status : withoutChild(call, leg.status),
    durationSeconds: isChild ? leg.durationSeconds : 0,
    atMs: leg.endedAtMs ?? clock(),
    childSid: isChild ? leg.callSid : undefined,
    isFinal: true,
  };
}

/** How a call ended whose caller's leg is over without another leg: the parent being completed does not mean that anybody talked. */
function withoutChild(call: CallRow, parentStatus: CarrierStatus): CarrierStatus {
  if (isTerminal(call.status) && call.status !== "completed") return call.status;
  return parentStatus === "completed" ? "failed" : parentStatus;
}

function unknownToCarrier({ clock }: ReconcileDeps, call: CallRow): CarrierFact {
  // What callbacks said stands. Without them there is nothing that could be charged.
  const status = isTerminal(call.status) ? call.status : "failed";
  const atMs = call.endedMs ?? clock();
  return { status, durationSeconds: call.durationSeconds, atMs, childSid: undefined, isFinal: true };
}

/** A leg that goes on may do so until its limit. Past it, the carrier has failed to end it, and we do. */
async function waitOrEnd(deps: ReconcileDeps, call: CallRow, leg: CarrierCall): Promise<Reconciled> {
  const { store, carrier, clock, logger } = deps;
  if (!isPastLimit(deps, call)) {
    await store.scheduleCheck(call.id, Math.min(limitMs(call), clock() + lookAgainMs));
    return "goes_on";
  }
  logger.warn({ callId: call.id, status: leg.status }, "hanging up a call past its limit");
  for (const callSid of new Set([leg.callSid, call.parentSid])) {
    const ended = callSid === null ? undefined : await carrier.hangUp(callSid);
    if (ended && !ended.ok) logger.error({ callId: call.id, ...ended.error }, "a call past its limit cannot be hung up");
  }
  await store.scheduleCheck(call.id, clock() + hangUpAgainMs);
  return "hung_up";
}

async function askAgain({ store, clock, logger }: ReconcileDeps, call: CallRow, failure: CarrierFailure): Promise<Reconciled> {
  logger.warn({ callId: call.id, ...failure }, "the carrier could not be asked about a call");
  await store.scheduleCheck(call.id, clock() + askAgainMs);
  return "not_answered";
}

function isPastLimit({ clock }: ReconcileDeps, call: CallRow): boolean {
  return clock() >= limitMs(call);
}

function limitMs(call: CallRow): number {
  return limitDeadlineMs(call.createdMs, call.timeLimitSeconds ?? 0);
}
