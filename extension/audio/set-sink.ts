/** Has an element play on a device, by its id; the empty one is the default. Where that cannot be had it plays where it did. */
export async function setSink(element: HTMLAudioElement, sinkId: string): Promise<void> {
  if (element.sinkId === sinkId) return;
  try {
    await element.setSinkId(sinkId);
  } catch (error) {
    console.warn("A sound stays on the loudspeaker that it has.", error);
  }
}
