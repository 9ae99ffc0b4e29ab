import { useEffect, useState } from "react";

/**
 * The time now, renewed at every full second after `sinceMs`, so that a timer turns exactly when its second is over.
 * Stands still while `sinceMs` is undefined: a screen without a running timer does no work.
 */
export function useNow(sinceMs: number | undefined): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (sinceMs === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      const now = Date.now();
      setNowMs(now);
      timer = setTimeout(turn, 1000 - ((((now - sinceMs) % 1000) + 1000) % 1000));
    };
    turn();
    return () => clearTimeout(timer);
  }, [sinceMs]);
  return nowMs;
}
