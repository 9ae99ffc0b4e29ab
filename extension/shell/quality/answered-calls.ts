import { useEffect, useState } from "react";
import { callIdSchema, type CallId } from "#shared/ids.ts";
import { z } from "zod";
import { createStoredItem } from "../../platform/stored-item.ts";

// A call is asked about right after it, or never: the newest few are more than enough.
const mostKept = 20;

const answeredCalls = createStoredItem<readonly CallId[]>({
  area: "local",
  key: "answeredSoundQuestions",
  parse: (stored) => z.array(callIdSchema).safeParse(stored).data ?? [],
});

/** The calls that a person has been asked about and has answered, or waved off. Undefined until that is known: nobody is asked twice. */
export function useAnsweredCalls(): readonly CallId[] | undefined {
  const [answered, setAnswered] = useState<readonly CallId[]>();
  useEffect(() => {
    const stop = new AbortController();
    answeredCalls.watch(setAnswered, stop.signal);
    void answeredCalls.read().then((read) => !stop.signal.aborted && setAnswered(read));
    return () => stop.abort();
  }, []);
  return answered;
}

/** Notes that a call need not be asked about any more. */
export function noteAnswered(callId: CallId): Promise<unknown> {
  return answeredCalls.update((kept) => [...kept.filter((each) => each !== callId), callId].slice(-mostKept));
}
