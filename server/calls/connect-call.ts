import type { CallReason } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import { whyBlocked } from "#shared/dialing-policy.ts";
import type { AccountId, CallId } from "#shared/ids.ts";
import { err, type Result } from "#shared/result.ts";
import type { Carrier } from "../carrier.ts";
import type { Clock } from "../clock.ts";
import { readKnownCallerIds } from "../known-caller-ids.ts";
import { longestCallSeconds } from "../ledger/authorise.ts";
import { connectDeadlineMs } from "../ledger/check-times.ts";
import type { AuthorisationRefused, CallRow, Store } from "../store/store.ts";

export interface ConnectCallDeps {
  store: Pick<Store, "findCall" | "authoriseCall" | "refuseCall">;
  carrier: Pick<Carrier, "callerIds">;
  clock: Clock;
}

export interface Connection {
  callId: CallId;
  /** Who the carrier says is calling, by the token it checked. */
  accountId: AccountId;
  parentSid: string;
}

/** What has become wrong with a call since it was asked for. */
type Outdated = "never_connected" | "destination_blocked" | "caller_id_not_allowed";

/** `reason` is why, where the call itself was turned down; a call that is not the caller's own is left alone. */
export interface ConnectionRefused {
  why: AuthorisationRefused | Outdated | "not_the_callers";
  reason: CallReason | null;
}

/**
 * Lets a call that was asked for through to the other side, with the money for it held. Asked again about the same leg, the
 * answer is the same, whether it was a yes or a no.
 */
export async function connectCall(
  deps: ConnectCallDeps,
  { callId, accountId, parentSid }: Connection,
): Promise<Result<CallRow, ConnectionRefused>> {
  const { store, clock } = deps;
  const call = await store.findCall(callId);
  if (call && call.accountId !== accountId) return err({ why: "not_the_callers", reason: null });
  const outdated = call && (await refuseOutdated(deps, call));
  if (outdated) return err({ why: outdated, reason: outdated });
  const nowMs = clock();
  const authorised = await store.authoriseCall({ callId, parentSid, maxTimeLimitSeconds: longestCallSeconds, nowMs });
  if (authorised.ok) return authorised;
  const why = authorised.error;
  switch (why) {
    case "destination_blocked":
    case "rate_too_high":
    case "too_many_calls":
    case "insufficient_balance":
    case "spending_limit":
      await store.refuseCall({ callId, reason: why, nowMs });
      return err({ why, reason: why });
    case "call_ended":
      // Read again: another server may have turned it down since, and the caller is to hear why.
      return err({ why, reason: (await store.findCall(callId))?.reason ?? null });
    case "call_not_found":
    case "already_connected":
      return err({ why, reason: null });
  }
}

/** Turns down a call that may not be placed any more; undefined for one that may, and for one that has been connected or has ended. */
async function refuseOutdated(deps: ConnectCallDeps, call: CallRow): Promise<Outdated | undefined> {
  if (call.parentSid !== null || isTerminal(call.status)) return undefined;
  const reason = await findOutdated(deps, call);
  if (reason === undefined) return undefined;
  const refused = await deps.store.refuseCall({ callId: call.id, reason, nowMs: deps.clock() });
  // Whoever connected it in the meantime was answered so, and the carrier is dialling.
  return refused?.reason === reason ? reason : undefined;
}

async function findOutdated({ carrier, clock }: ConnectCallDeps, call: CallRow): Promise<Outdated | undefined> {
  // Its limit is reckoned from when it was asked for: one that connects hours later would be past it at once, and hung up.
  if (clock() > connectDeadlineMs(call.createdMs)) return "never_connected";
  if (whyBlocked(call.toNumber) !== undefined) return "destination_blocked";
  return checkCallerId(carrier, call);
}

/** A carrier that does not answer ends no call: it was asked for with a caller ID of the list, and will be judged by the carrier itself. */
async function checkCallerId(carrier: ConnectCallDeps["carrier"], call: CallRow): Promise<Outdated | undefined> {
  const known = await readKnownCallerIds(carrier);
  if (known === undefined || known.some(({ number }) => number === call.fromNumber)) return undefined;
  return "caller_id_not_allowed";
}
