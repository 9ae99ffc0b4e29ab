import { setSink } from "./set-sink.ts";

interface PlaySound {
  /** The loudspeaker by its id; the empty one is the default. */
  sinkId: string;
  /** From 0 to 1. */
  volume: number;
  signal: AbortSignal;
}

/** Plays a sound to its end, or until `signal` aborts. Rejects when it cannot be played, for want of a loudspeaker say. */
export async function playSound(sound: Blob | URL, { sinkId, volume, signal }: PlaySound): Promise<void> {
  const url = sound instanceof URL ? sound.href : URL.createObjectURL(sound);
  const audio = new Audio(url);
  audio.volume = volume;
  try {
    await setSink(audio, sinkId);
    await audio.play();
    await Promise.race([once(audio, "ended"), once(signal, "abort")]);
  } finally {
    audio.pause();
    URL.revokeObjectURL(url);
  }
}

function once(target: EventTarget, event: string): Promise<void> {
  const isOver = target instanceof AbortSignal && target.aborted;
  return isOver ? Promise.resolve() : new Promise((resolve) => target.addEventListener(event, () => resolve(), { once: true }));
}
