import type { Device } from "@twilio/voice-sdk";
import { sinkIdOf } from "../audio/audio-route.ts";
import type { FoundDevice } from "../audio/choose-device.ts";

/** The loudspeaker of one call: what the other side says, and the tones of one's own keys. */
export interface SdkSpeaker {
  set(device: FoundDevice): Promise<void>;
}

/**
 * Keeps the SDK on the loudspeaker that was chosen. The SDK takes only a device that it has found by itself, and goes back to the
 * default when that is unplugged: so it is told again whenever it has looked.
 */
export function createSdkSpeaker({ audio }: Device, signal: AbortSignal): SdkSpeaker {
  let wanted = "default";

  async function apply(): Promise<void> {
    if (!audio?.availableOutputDevices.has(wanted)) return;
    try {
      await audio.speakerDevices.set(wanted);
    } catch (error) {
      console.warn("The loudspeaker could not be changed.", error);
    }
  }

  const hear = () => void apply();
  audio?.on("deviceChange", hear);
  signal.addEventListener("abort", () => audio?.off("deviceChange", hear), { once: true });
  return {
    async set(device) {
      wanted = sinkIdOf(device) || "default";
      await apply();
    },
  };
}
