import type { Invariant } from "./step.ts";

/** What a client says moves no money and frees no hold. */
export const reportsMoveNothing: Invariant = function* ({ before, after, isOnlyReports }) {
  if (!isOnlyReports) return;
  if (after.transfers.length !== before.transfers.length) yield "A client's report moved money.";
  for (const { id, heldMicros } of after.accounts.values()) {
    if (heldMicros !== before.accounts.get(id)?.heldMicros) yield `A client's report changed what ${id} holds.`;
  }
};
