import { useState } from "react";
import type { StartCall } from "../call/call-client.ts";
import type { Failure } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { useCallerId } from "./use-caller-id.ts";

/**
 * Starts calls with the caller ID that was chosen. How a call goes on is in the snapshot; `refused` is why there is none
 * to show, until the next attempt.
 */
export function useStartCall() {
  const { client } = useCall();
  const { chosen } = useCallerId();
  const [refused, setRefused] = useState<Failure>();
  const start = async (call: StartCall) => {
    setRefused(undefined);
    const outcome = await client.start({ ...(chosen && { fromNumber: chosen.number }), ...call });
    // The call that is in the way asks for itself, in every window, which of the two it is to be.
    if (!outcome.ok && outcome.error.code !== "call_in_progress") setRefused(outcome.error);
  };
  return { start: (call: StartCall) => void start(call), refused, forget: () => setRefused(undefined) };
}
