import type { Call, Device } from "@twilio/voice-sdk";
import { sinkIdOf } from "../audio/audio-route.ts";
import type { FoundDevice } from "../audio/choose-device.ts";

/** The loudspeaker of one call: what the other side says, and the tones of one's own keys. */
export interface SdkSpeaker {
  set(device: FoundDevice): void;
}

/**
 * Keeps the SDK on the loudspeaker that was chosen. The SDK takes only a device that it has found by itself, and goes back to the
 * default when that is unplugged: so it is told again whenever it has looked.
 */
export function createSdkSpeaker({ audio }: Device, call: Call, signal: AbortSignal): SdkSpeaker {
  let wanted = "default";
  /** Told of a loudspeaker before there is anything to hear, the SDK waits for ever for silence to play. */
  let isHeard = false;

  function apply(): void {
    if (!audio || !isHeard || signal.aborted || !audio.availableOutputDevices.has(wanted)) return;
    const inUse = [...audio.speakerDevices.get()].map(({ deviceId }) => deviceId);
    if (inUse.length === 1 && inUse[0] === wanted) return;
    audio.speakerDevices.set(wanted).catch((error: unknown) => {
      console.warn("The loudspeaker could not be changed.", error);
    });
  }

  audio?.on("deviceChange", apply);
  signal.addEventListener("abort", () => audio?.off("deviceChange", apply), { once: true });
  // Once: the SDK says it again of each loudspeaker that it goes over to.
  call.once("audio", () => {
    isHeard = true;
    // The SDK says so while it is still putting the sound together.
    queueMicrotask(apply);
  });
  return {
    set(device) {
      wanted = sinkIdOf(device) || "default";
      apply();
    },
  };
}
