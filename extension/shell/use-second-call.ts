import { useEffect, useState } from "react";
import type { CallState } from "../call/call-state.ts";
import { secondCall, type SecondCall } from "../call/second-call.ts";

/** The call that was asked for while this one was on, until the person has chosen, in whatever window. */
export function useSecondCall(state: Exclude<CallState, { status: "idle" }>): SecondCall | undefined {
  const [second, setSecond] = useState<SecondCall>();
  useEffect(() => {
    const stop = new AbortController();
    secondCall.watch(setSecond, stop.signal);
    void secondCall.read().then((read) => !stop.signal.aborted && setSecond((heard) => heard ?? read));
    return () => stop.abort();
  }, []);
  return second?.insteadOf === state.clientKey ? second : undefined;
}
