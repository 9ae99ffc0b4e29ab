import { i18n } from "#i18n";
import { formatInternational } from "#shared/phone-number.ts";
import { useEffect, useState } from "react";
import { interruptedCall, type RememberedCall } from "../call/interrupted-call.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import { Notice } from "../ui/notice.tsx";
import { CallFate } from "./call-fate.tsx";

/** Says what became of the call during which the browser closed, until the person has read it. */
export function InterruptedCallNotice() {
  const interrupted = useInterruptedCall();
  if (!interrupted) return null;
  const { callId, contactName, toNumber } = interrupted;
  const understood = (
    <button type="button" className="button button-quiet" onClick={() => void interruptedCall.write(undefined)}>
      {i18n.t("call.interrupted.understood")}
    </button>
  );
  return (
    <div className="dialer-notice">
      <Notice tone="heed" actions={understood}>
        {i18n.t("call.interrupted.closed", { who: contactName ?? leftToRight(formatInternational(toNumber)) })}{" "}
        <CallFate callId={callId} />
      </Notice>
    </div>
  );
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
