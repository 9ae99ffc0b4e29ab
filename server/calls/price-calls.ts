import { addMicros, zeroMicros, type Micros } from "#shared/money.ts";
import { isTerminal } from "#shared/call-status.ts";
import type { Carrier, CarrierCall, CarrierFailure } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import { tellError } from "../http/on-error.ts";
import type { Logger } from "../logger.ts";
import type { CallRow, Store } from "../store/store.ts";

export interface PriceDeps {
  store: Pick<Store, "claimCallsToPrice" | "recordCarrierPrice">;
  carrier: Pick<Carrier, "fetchCall">;
  clock: Clock;
  logger: Pick<Logger, "warn" | "error">;
  /** Ends the pass after the call under way. What is left comes up again when its lease runs out. */
  signal?: AbortSignal;
}

const callsPerPass = 50;
const leaseMs = 120_000;
const shortestGapMs = 2 * 60_000;
const longestGapMs = 6 * 60 * 60_000;
const giveUpAfterMs = 48 * 60 * 60_000;

/** What asking for a price came to. All but the first and the last are asked again. */
export type Priced = "priced" | "not_yet" | "not_answered" | "failed" | "given_up";

/**
 * Asks the carrier what it charges for calls that are over, so that the margin of each is known. Nothing else comes of it: what a
 * caller pays was settled by the rate of the call. Gives what came of each call that was due.
 */
export async function priceCalls(deps: PriceDeps): Promise<Priced[]> {
  const due = await deps.store.claimCallsToPrice(deps.clock(), { limit: callsPerPass, leaseMs });
  const priced: Priced[] = [];
  for (const call of due) {
    if (deps.signal?.aborted) break;
    priced.push(await priceOne(deps, call));
  }
  return priced;
}

/** One call that breaks must not keep the others from their prices. */
async function priceOne(deps: PriceDeps, call: CallRow): Promise<Priced> {
  try {
    return await priceCall(deps, call);
  } catch (error) {
    deps.logger.error({ callId: call.id, ...tellError(error) }, "call not priced");
    await deps.store.recordCarrierPrice(call.id, { priceMicros: undefined, askAgainMs: deps.clock() + longestGapMs });
    return "failed";
  }
}

/** `silent`: the carrier could not be asked, which says nothing about the price. */
type Told = { kind: "price"; priceMicros: Micros } | { kind: "not_yet" } | { kind: "silent"; failure: CarrierFailure };

async function priceCall(deps: PriceDeps, call: CallRow): Promise<Priced> {
  const { store, logger } = deps;
  const told = await askForLegs(deps, call);
  if (told.kind === "price") {
    await store.recordCarrierPrice(call.id, { priceMicros: told.priceMicros });
    return "priced";
  }
  if (told.kind === "silent") logger.warn({ callId: call.id, ...told.failure }, "the carrier could not be asked for a price");
  const askAgainMs = nextAskMs(deps, call, told);
  await store.recordCarrierPrice(call.id, { priceMicros: undefined, askAgainMs });
  if (askAgainMs !== null) return told.kind === "silent" ? "not_answered" : "not_yet";
  logger.warn({ callId: call.id }, "the carrier has named no price for a call, and is asked no more");
  return "given_up";
}

/** The carrier bills the caller's leg and the other side's, and a call costs us both. */
async function askForLegs({ carrier }: PriceDeps, call: CallRow): Promise<Told> {
  let totalMicros = zeroMicros;
  for (const callSid of [call.parentSid, call.childSid]) {
    if (callSid === null) continue;
    const leg = await carrier.fetchCall(callSid);
    const told = leg.ok ? priceOf(leg.value) : priceUntold(leg.error, call);
    if (told.kind !== "price") return told;
    totalMicros = addMicros(totalMicros, told.priceMicros);
  }
  return { kind: "price", priceMicros: totalMicros };
}

function priceOf(leg: CarrierCall): Told {
  if (leg.priceMicros !== undefined) return { kind: "price", priceMicros: leg.priceMicros };
  // A leg that nobody answered is not billed, and never gets a price.
  const isFree = isTerminal(leg.status) && leg.durationSeconds === 0;
  return isFree ? { kind: "price", priceMicros: zeroMicros } : { kind: "not_yet" };
}

/** That the carrier has no record of a leg is no price, unless the call's own record says that there was nothing to bill. */
function priceUntold(failure: CarrierFailure, call: CallRow): Told {
  if (failure.kind === "unreachable" || failure.kind === "unauthorized") return { kind: "silent", failure };
  const isFree = failure.kind === "not_found" && call.durationSeconds === 0;
  return isFree ? { kind: "price", priceMicros: zeroMicros } : { kind: "not_yet" };
}

/** Prices come within minutes as a rule, so the gaps grow with the age of the call. Null when the carrier has had its time. */
function nextAskMs({ clock }: PriceDeps, call: CallRow, told: Told): number | null {
  const nowMs = clock();
  const ageMs = nowMs - (call.endedMs ?? call.createdMs);
  if (told.kind === "not_yet" && ageMs >= giveUpAfterMs) return null;
  return nowMs + Math.min(longestGapMs, Math.max(shortestGapMs, ageMs));
}
