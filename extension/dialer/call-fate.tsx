import { i18n } from "#i18n";
import type { Call } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import type { CallId } from "#shared/ids.ts";
import { useQuery } from "@tanstack/react-query";
import { valueOf } from "../shell/api-error.ts";
import { useConnection } from "../shell/connection.tsx";
import { formatBalance } from "../ui/format-balance.ts";
import { formatDuration } from "../ui/format-duration.ts";

// The carrier keeps a call for half a minute in case its browser comes back, and tells its length moments later.
const askAgainMs = 3000;
const searchedCalls = 25;

/** What became of a call that this browser did not see the end of: that it is being ended, and then how long it was and what it cost. */
export function CallFate({ callId }: { callId: CallId }) {
  const { api } = useConnection();
  const { data } = useQuery({
    queryKey: ["calls", "fate", callId],
    queryFn: async ({ signal }) => {
      const { calls } = await valueOf(api.listCalls({ limit: searchedCalls }, { signal }));
      return calls.find(({ id }) => id === callId) ?? null;
    },
    refetchInterval: ({ state }) => (state.data && isTerminal(state.data.status) ? false : askAgainMs),
  });
  return <>{fateOf(data ?? undefined)}</>;
}

function fateOf(call: Call | undefined): string {
  if (!call) return i18n.t("call.interrupted.unknown");
  if (!isTerminal(call.status)) return i18n.t("call.interrupted.ending");
  if (call.status !== "completed") return i18n.t("call.interrupted.notAnswered");
  return i18n.t("call.interrupted.ended", {
    duration: formatDuration(call.durationSeconds),
    cost: formatBalance(call.chargedMicros),
  });
}
