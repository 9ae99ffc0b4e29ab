import type { QueryClient } from "@tanstack/react-query";
import type { CallStore } from "../call/use-call.ts";

/**
 * Asks the server anew whenever a call began or ended, or the stream told of another change: balance, history,
 * statement, what the balance buys and the contact's last call are then no longer what was shown.
 */
export function refreshAfterCall(store: CallStore, queryClient: QueryClient): void {
  let seen = momentOf(store);
  store.subscribe(() => {
    const moment = momentOf(store);
    if (moment === seen) return;
    seen = moment;
    for (const key of ["profile", "calls", "statement", "rate", "contacts"])
      void queryClient.invalidateQueries({ queryKey: [key] });
  });
}

function momentOf(store: CallStore): string {
  const { state, profile } = store.getSnapshot();
  return `${state.status} ${profile?.rev}`;
}
