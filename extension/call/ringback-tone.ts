import { ringbackUrl } from "./sounds.ts";

/** The ringing that the caller hears. */
export interface RingbackTone {
  start(): void;
  stop(): void;
}

/** Plays the ringback tone in a loop from `start` to `stop`. */
export function createRingbackTone(): RingbackTone {
  let audio: HTMLAudioElement | undefined;
  return {
    start() {
      if (audio) return;
      audio = new Audio(ringbackUrl());
      audio.loop = true;
      // A tone that does not play, for want of a loudspeaker say, must not keep a call from being made.
      audio.play().catch((error: unknown) => console.warn("The ringback tone does not play.", error));
    },
    stop() {
      audio?.pause();
      audio = undefined;
    },
  };
}
