import type { reportTransactionSchema } from "#shared/api/transactions.ts";
import { isTerminal } from "#shared/call-status.ts";
import type { AccountId } from "#shared/ids.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { z } from "zod";
import type { Clock } from "../clock.ts";
import type { CallRow, Store } from "../store/store.ts";

export interface ReportTransactionDeps {
  store: Pick<Store, "findCall" | "refuseCall" | "scheduleCheck">;
  clock: Clock;
}

/**
 * Takes a client's word that its call has ended. It moves no money and changes no record: it only makes us ask the carrier
 * sooner. A call that never reached the carrier is over when its client says so, since nobody else could know.
 */
export async function reportTransaction(
  { store, clock }: ReportTransactionDeps,
  accountId: AccountId,
  report: z.output<typeof reportTransactionSchema>,
): Promise<Result<CallRow, "not_found">> {
  const call = await store.findCall(report.callId);
  // Another account's call is answered like none at all, so that nobody can find out which exist.
  if (call?.accountId !== accountId) return err("not_found");
  if (isTerminal(call.status)) return ok(call);
  if (call.parentSid === null) {
    return ok((await store.refuseCall({ callId: call.id, reason: "never_connected", nowMs: clock() })) ?? call);
  }
  await store.scheduleCheck(call.id, clock());
  return ok(call);
}
