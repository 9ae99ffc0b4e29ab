import { dialerStatus } from "../call/call-state.ts";
import { useCall } from "../call/use-call.ts";
import { announce } from "./status-words.ts";
import { partyOf, titleOf } from "./party.ts";
import { readMeter } from "../call/call-meter.ts";

/**
 * Says each change of the call's status to screen readers, and nothing between: a timer that is read out every second
 * drowns the person one is talking to.
 */
export function CallAnnouncer() {
  const { snapshot } = useCall();
  const { state } = snapshot;
  const status = dialerStatus(state);
  const text =
    status && state.status !== "idle" && status !== "failed"
      ? announce({ status, who: titleOf(partyOf(state)), meter: status === "ended" ? readMeter(snapshot, 0) : undefined })
      : "";
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
