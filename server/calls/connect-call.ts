import type { CallReason } from "#shared/api/calls.ts";
import type { AccountId, CallId } from "#shared/ids.ts";
import { err, type Result } from "#shared/result.ts";
import type { Clock } from "../clock.ts";
import { longestCallSeconds } from "../ledger/authorise.ts";
import type { AuthorisationRefused, CallRow, Store } from "../store/store.ts";

export interface ConnectCallDeps {
  store: Pick<Store, "findCall" | "authoriseCall" | "refuseCall">;
  clock: Clock;
}

export interface Connection {
  callId: CallId;
  /** Who the carrier says is calling, by the token it checked. */
  accountId: AccountId;
  parentSid: string;
}

/** `reason` is why, where the call itself was turned down; a call that is not the caller's own is left alone. */
export interface ConnectionRefused {
  why: AuthorisationRefused | "not_the_callers";
  reason: CallReason | null;
}

/**
 * Lets a call that was asked for through to the other side, with the money for it held. Asked again about the same leg, the
 * answer is the same, whether it was a yes or a no.
 */
export async function connectCall(
  { store, clock }: ConnectCallDeps,
  { callId, accountId, parentSid }: Connection,
): Promise<Result<CallRow, ConnectionRefused>> {
  const call = await store.findCall(callId);
  if (call && call.accountId !== accountId) return err({ why: "not_the_callers", reason: null });
  const nowMs = clock();
  const authorised = await store.authoriseCall({ callId, parentSid, maxTimeLimitSeconds: longestCallSeconds, nowMs });
  if (authorised.ok) return authorised;
  const why = authorised.error;
  switch (why) {
    case "insufficient_balance":
    case "too_many_calls":
      await store.refuseCall({ callId, reason: why, nowMs });
      return err({ why, reason: why });
    case "call_ended":
      return err({ why, reason: call?.reason ?? null });
    case "call_not_found":
    case "already_connected":
      return err({ why, reason: null });
  }
}
