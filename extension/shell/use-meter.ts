import type { CallSnapshot } from "../call/call-snapshot.ts";
import { useNow } from "../ui/use-now.ts";
import { readMeter, type CallMeter } from "../call/call-meter.ts";

/** The meter of the call as it is now, turned at each full second while somebody talks and at no other time. */
export function useMeter(snapshot: CallSnapshot): CallMeter | undefined {
  const { state } = snapshot;
  const isTalking = state.status === "open" || state.status === "reconnecting";
  const nowMs = useNow(isTalking ? state.answeredAtMs : undefined);
  return readMeter(snapshot, nowMs);
}
