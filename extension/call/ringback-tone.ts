import { sinkIdOf } from "../audio/audio-route.ts";
import type { FoundDevice } from "../audio/choose-device.ts";
import { setSink } from "../audio/set-sink.ts";
import { ringbackUrl } from "./sounds.ts";

/** Where the ringing is heard, and how loud, from 0 to 1. */
export interface RingingPlace {
  device: FoundDevice;
  volume: number;
}

/** The ringing that the caller hears. */
export interface RingbackTone {
  start(): void;
  stop(): void;
  /** Counts at once, in the middle of a ring too. */
  setPlace(place: RingingPlace): void;
}

/** Plays the ringback tone in a loop from `start` to `stop`. */
export function createRingbackTone(): RingbackTone {
  let audio: HTMLAudioElement | undefined;
  let place: RingingPlace = { device: { status: "default" }, volume: 1 };

  async function play(element: HTMLAudioElement): Promise<void> {
    element.volume = place.volume;
    await setSink(element, sinkIdOf(place.device));
    // Stopped while the device was being opened.
    if (element !== audio) return;
    // A tone that does not play, for want of a loudspeaker say, must not keep a call from being made.
    await element.play().catch((error: unknown) => console.warn("The ringback tone does not play.", error));
  }

  return {
    start() {
      if (audio) return;
      audio = new Audio(ringbackUrl());
      audio.loop = true;
      void play(audio);
    },
    stop() {
      audio?.pause();
      audio = undefined;
    },
    setPlace(changed) {
      place = changed;
      if (audio) void play(audio);
    },
  };
}
