import { isTerminal, laterStatus, type CarrierStatus } from "#shared/call-status.ts";
import type { CallId } from "#shared/ids.ts";
import { addMicros, micros, subtractMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { priceCall, type Rate } from "#shared/price-call.ts";
import type { CarrierFact } from "./carrier-fact.ts";

/** What the ledger must know of a call. */
export interface LedgerCall {
  id: CallId;
  childSid: string | null;
  status: CarrierStatus;
  durationSeconds: number;
  answeredMs: number | null;
  endedMs: number | null;
  rate: Rate;
  holdMicros: Micros;
  holdOpen: boolean;
  chargedMicros: Micros;
  unrecoveredMicros: Micros;
  final: boolean;
}

/** What the ledger must know of a wallet. */
export interface LedgerAccount {
  postedMicros: Micros;
  heldMicros: Micros;
}

/** The columns of a call that a fact can change, with the values they have afterwards. */
type CallPatch = Omit<LedgerCall, "id" | "rate" | "holdMicros">;

/** Money that moves between the wallet and the revenue: a settlement out of it, or a refund into it. */
export interface LedgerTransfer {
  /** Made of what it settles, so that posting it twice posts it once. */
  id: string;
  kind: "settle" | "refund";
  amountMicros: Micros;
}

export interface Decision {
  /** False when the fact says nothing new: then there is nothing to write. */
  isNews: boolean;
  callPatch: CallPatch;
  transfer: LedgerTransfer | undefined;
  /** What to add to the wallet's held money: zero, or minus the hold. */
  holdDelta: Micros;
}

/**
 * What follows from a fact for a call and its wallet. State is a join, not a machine: status and duration only rise and the
 * times only fall, so facts may come in any order, twice, or with gaps, and one charge comes out. Only the carrier's own record
 * (`isFinal`) may lower anything; after it nothing changes.
 */
export function decide(call: LedgerCall, account: LedgerAccount, fact: CarrierFact): Decision {
  const joined = join(call, fact);
  if (!joined) return { isNews: false, callPatch: patchOf(call), transfer: undefined, holdDelta: zeroMicros };
  const settled = isTerminal(joined.status) ? settle(joined, account) : unsettled(joined);
  return { ...settled, isNews: settled.transfer !== undefined || !isSame(call, settled.callPatch) };
}

/** The call with the fact joined in; undefined when the fact can change nothing any more. */
function join(call: LedgerCall, fact: CarrierFact): LedgerCall | undefined {
  if (call.final) return undefined;
  const said = sayable(fact);
  const isFinal = fact.isFinal && isTerminal(said);
  const durationSeconds = fact.durationSeconds ?? 0;
  return {
    ...call,
    childSid: call.childSid ?? fact.childSid ?? null,
    status: isFinal ? said : laterStatus(call.status, said),
    durationSeconds: isFinal ? durationSeconds : Math.max(call.durationSeconds, durationSeconds),
    answeredMs: earliest(call.answeredMs, answeredBy(fact)),
    endedMs: earliest(call.endedMs, isTerminal(said) ? fact.atMs : null),
    final: isFinal,
  };
}

/**
 * An end without its duration would settle for nothing and let the hold go, and the duration that comes later would find
 * no money. Until it is known, all that was said is that the call was answered.
 */
function sayable(fact: CarrierFact): CarrierStatus {
  return fact.status === "completed" && fact.durationSeconds === undefined ? "in-progress" : fact.status;
}

/** When the fact shows the call to have been answered, if it does: as told, or reckoned back from its end. */
function answeredBy(fact: CarrierFact): number | null {
  if (fact.status === "in-progress") return fact.atMs;
  if (fact.status === "completed" && fact.durationSeconds !== undefined) return fact.atMs - fact.durationSeconds * 1000;
  return null;
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function unsettled(call: LedgerCall): Omit<Decision, "isNews"> {
  return { callPatch: patchOf(call), transfer: undefined, holdDelta: zeroMicros };
}

/** Lets the hold go and posts what the charge differs by from what was charged before. */
function settle(call: LedgerCall, account: LedgerAccount): Omit<Decision, "isNews"> {
  const targetMicros = call.status === "completed" ? priceCall(call.rate, call.durationSeconds) : zeroMicros;
  const releasedMicros = call.holdOpen ? call.holdMicros : zeroMicros;
  const availableMicros = addMicros(subtractMicros(account.postedMicros, account.heldMicros), releasedMicros);
  const claimedMicros = addMicros(call.chargedMicros, call.unrecoveredMicros);
  const paidMicros =
    targetMicros >= claimedMicros
      ? addMicros(call.chargedMicros, atMost(subtractMicros(targetMicros, claimedMicros), availableMicros))
      : // What was never paid is forgiven before anything is paid back.
        atMost(call.chargedMicros, targetMicros);
  const settled = {
    ...call,
    holdOpen: false,
    chargedMicros: paidMicros,
    unrecoveredMicros: subtractMicros(targetMicros, paidMicros),
  };
  return {
    callPatch: patchOf(settled),
    transfer: transferFor(call, { targetMicros, paidMicros }),
    holdDelta: subtractMicros(zeroMicros, releasedMicros),
  };
}

function transferFor(
  call: LedgerCall,
  { targetMicros, paidMicros }: { targetMicros: Micros; paidMicros: Micros },
): LedgerTransfer | undefined {
  const amountMicros = micros(Math.abs(paidMicros - call.chargedMicros));
  if (amountMicros === 0) return undefined;
  // The target only rises until the final word, which is said once: no two transfers of a call share an id.
  const kind = paidMicros > call.chargedMicros ? "settle" : "refund";
  return { id: `${kind}:${call.id}:${targetMicros}`, kind, amountMicros };
}

function atMost(amount: Micros, limit: Micros): Micros {
  return amount <= limit ? amount : limit;
}

function patchOf(call: LedgerCall): CallPatch {
  const { childSid, status, durationSeconds, answeredMs, endedMs, holdOpen, chargedMicros, unrecoveredMicros, final } = call;
  return { childSid, status, durationSeconds, answeredMs, endedMs, holdOpen, chargedMicros, unrecoveredMicros, final };
}

function isSame(call: LedgerCall, patch: CallPatch): boolean {
  return (Object.keys(patch) as (keyof CallPatch)[]).every((column) => call[column] === patch[column]);
}
