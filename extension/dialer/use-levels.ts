import { useEffect, type RefObject } from "react";
import { watchLevels } from "../call/watch-levels.ts";

/**
 * Writes how loud the call is into an element's style, as `--input-level` and `--output-level`, while it `isTalking`. Past React: ten
 * times a second is for the style alone. Whoever wants less motion is spared it; that a microphone is silent is said in words.
 */
export function useLevels(element: RefObject<HTMLElement | null>, isTalking: boolean): void {
  useEffect(() => {
    const shown = element.current;
    if (!isTalking || !shown || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const stop = new AbortController();
    watchLevels(({ input, output }) => {
      shown.style.setProperty("--input-level", input.toFixed(2));
      shown.style.setProperty("--output-level", output.toFixed(2));
    }, stop.signal);
    return () => {
      stop.abort();
      shown.style.removeProperty("--input-level");
      shown.style.removeProperty("--output-level");
    };
  }, [element, isTalking]);
}
