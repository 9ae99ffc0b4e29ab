import type { Books } from "./books/books.ts";
import type { Fault } from "./faults.ts";
import type { World } from "./world.ts";

const refusals = new Map<string, Fault>([
  ["insufficient_balance", "refused for the balance"],
  ["spending_limit", "refused for a limit"],
  ["destination_blocked", "refused for a limit"],
  ["rate_too_high", "refused for a limit"],
  ["too_many_calls", "refused for calls at once"],
]);

/** Counts a refusal by the code that a client was answered, or by the reason on a call. */
export function countRefusal({ count }: World, code: string | null): void {
  const fault = code === null ? undefined : refusals.get(code);
  if (fault) count(fault);
}

/** Counts the troubles that show in the books alone. */
export function observe(world: World, { before, after }: { before: Books; after: Books }): void {
  for (const { id, debitAccount } of after.transfers.slice(before.transfers.length)) {
    if (!id.startsWith("adjust:takeback:")) continue;
    if (debitAccount.startsWith("owed_")) world.count("more taken back than there was");
    else if ((after.accounts.get(debitAccount)?.heldMicros ?? 0) > 0) world.count("money taken back during a call");
  }
  for (const { id, reason } of after.calls.values()) {
    if (reason !== null && before.calls.get(id)?.reason !== reason) countRefusal(world, reason);
  }
}
