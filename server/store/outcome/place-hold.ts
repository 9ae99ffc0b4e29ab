import { isTerminal } from "#shared/call-status.ts";
import { zeroMicros } from "#shared/money.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { admitCall, type Usage } from "../../ledger/admit-call.ts";
import { limitDeadlineMs } from "../../ledger/check-times.ts";
import type { Account, Authorisation, AuthorisationRefused, CallRow } from "../store.ts";
import type { CallOutcome } from "./outcome.ts";

/**
 * What placing the hold of a call comes to. An outcome without a `move` is the answer that was given before, with nothing to write.
 * The `move` may still be refused by the database's guard: then the answer is `insufficient_balance`.
 */
export function placeHold(
  { call, account, usage }: { call: CallRow; account: Account; usage: Usage },
  { parentSid, maxTimeLimitSeconds, nowMs }: Authorisation,
): Result<CallOutcome, AuthorisationRefused> {
  if (isTerminal(call.status)) return err("call_ended");
  // The carrier asks again when it did not get the answer. It must be the answer it did not get.
  if (call.parentSid !== null)
    return call.parentSid === parentSid ? ok({ call, transfer: undefined, move: undefined }) : err("already_connected");
  const admitted = admitCall(call, account, usage, { maxTimeLimitSeconds });
  if (!admitted.ok) return admitted;
  const { holdMicros, timeLimitSeconds } = admitted.value;
  const checkAfterMs = limitDeadlineMs(nowMs, timeLimitSeconds);
  return ok({
    call: { ...call, parentSid, holdMicros, holdOpen: true, timeLimitSeconds, checkAfterMs },
    transfer: undefined,
    move: { postedMicros: zeroMicros, heldMicros: holdMicros },
  });
}
