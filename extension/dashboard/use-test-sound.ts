import { useEffect, useRef } from "react";
import { playSound } from "../audio/play-sound.ts";
import { ringbackUrl } from "../call/sounds.ts";

const longestMs = 3000;

/** Plays the ringing for a moment on a loudspeaker. One at a time, and none after the page has gone. */
export function useTestSound(): (sinkId: string, volume: number) => void {
  const playing = useRef<AbortController>(undefined);
  useEffect(() => () => playing.current?.abort(), []);
  return (sinkId, volume) => {
    playing.current?.abort();
    const stop = new AbortController();
    playing.current = stop;
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longestMs)]);
    playSound(new URL(ringbackUrl()), { sinkId, volume, signal }).catch((error: unknown) => {
      console.warn("The test sound does not play.", error);
    });
  };
}
