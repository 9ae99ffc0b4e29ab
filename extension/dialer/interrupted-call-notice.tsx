import { i18n } from "#i18n";
import type { Call } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import { formatInternational } from "#shared/phone-number.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { interruptedCall, type RememberedCall } from "../call/interrupted-call.ts";
import { valueOf } from "../shell/api-error.ts";
import { useConnection } from "../shell/connection.tsx";
import { formatBalance } from "../ui/format-balance.ts";
import { formatDuration } from "../ui/format-duration.ts";
import { Notice } from "../ui/notice.tsx";

// The carrier keeps a call for half a minute in case its browser comes back, and tells its length moments later.
const askAgainMs = 3000;
const searchedCalls = 25;

/** Says what became of the call during which the browser closed, until the person has read it. */
export function InterruptedCallNotice() {
  const interrupted = useInterruptedCall();
  return interrupted ? <Told interrupted={interrupted} /> : null;
}

function Told({ interrupted }: { interrupted: RememberedCall }) {
  const call = useRecordOf(interrupted);
  const dismiss = (
    <button type="button" className="button button-quiet" onClick={() => void interruptedCall.write(undefined)}>
      {i18n.t("call.interrupted.understood")}
    </button>
  );
  return (
    <Notice tone="heed" actions={dismiss}>
      {i18n.t("call.interrupted.closed", { who: interrupted.contactName ?? formatInternational(interrupted.toNumber) })}{" "}
      {whatBecameOf(call)}
    </Notice>
  );
}

function whatBecameOf(call: Call | undefined): string {
  if (!call) return i18n.t("call.interrupted.unknown");
  if (!isTerminal(call.status)) return i18n.t("call.interrupted.ending");
  if (call.status !== "completed") return i18n.t("call.interrupted.notAnswered");
  return i18n.t("call.interrupted.ended", {
    duration: formatDuration(call.durationSeconds),
    cost: formatBalance(call.chargedMicros),
  });
}

function useRecordOf({ callId }: RememberedCall): Call | undefined {
  const { api } = useConnection();
  const { data } = useQuery({
    queryKey: ["calls", "interrupted", callId],
    queryFn: async ({ signal }) => {
      const { calls } = await valueOf(api.listCalls({ limit: searchedCalls }, { signal }));
      return calls.find(({ id }) => id === callId) ?? null;
    },
    refetchInterval: ({ state }) => (state.data && isTerminal(state.data.status) ? false : askAgainMs),
  });
  return data ?? undefined;
}

function useInterruptedCall(): RememberedCall | undefined {
  const [interrupted, setInterrupted] = useState<RememberedCall>();
  useEffect(() => {
    const stop = new AbortController();
    interruptedCall.watch(setInterrupted, stop.signal);
    void interruptedCall.read().then((read) => !stop.signal.aborted && setInterrupted((heard) => heard ?? read));
    return () => stop.abort();
  }, []);
  return interrupted;
}
