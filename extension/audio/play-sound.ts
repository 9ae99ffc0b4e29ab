/** Plays a sound to its end, or until `signal` aborts. Rejects when it cannot be played, for want of a loudspeaker say. */
export async function playSound(sound: Blob, signal: AbortSignal): Promise<void> {
  const url = URL.createObjectURL(sound);
  const audio = new Audio(url);
  try {
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
