import { useEffect, useEffectEvent } from "react";
import { dtmfOf } from "./keys.ts";

interface CallKeys {
  isTalking: boolean;
  onDigit: (digit: string) => void;
  onMute: () => void;
}

/** While somebody talks, the keyboard's digits go into the call and M mutes. */
export function useCallKeys({ isTalking, onDigit, onMute }: CallKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const digit = dtmfOf(event);
    if (digit) onDigit(digit);
    else if (event.key.toLowerCase() === "m" && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) onMute();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!isTalking) return;
    const stop = new AbortController();
    addEventListener("keydown", press, { signal: stop.signal });
    return () => stop.abort();
  }, [isTalking]);
}
