import { useEffect, useState } from "react";
import { createAudioDevices } from "../../audio/audio-devices.ts";
import type { AudioDevice } from "../../audio/choose-device.ts";
import { releaseWith } from "../../call/release-with.ts";

/** The devices for sound as they are now, while the page is there; undefined until the browser has said. */
export function useAudioDevices(): readonly AudioDevice[] | undefined {
  const [listed, setListed] = useState<readonly AudioDevice[]>();
  useEffect(() => {
    const stop = new AbortController();
    const devices = createAudioDevices(navigator.mediaDevices);
    const look = async () => {
      const found = await devices.list();
      if (!stop.signal.aborted) setListed(found);
    };
    devices.watch(() => void look(), stop.signal);
    void watchPermission(() => void look(), stop.signal);
    void look();
    return () => stop.abort();
  }, []);
  return listed;
}

/** Whether they have names: the browser gives them to whoever may use the microphone. */
export function areNamed(devices: readonly AudioDevice[]): boolean {
  return devices.length === 0 || devices.some(({ label }) => label !== "");
}

async function watchPermission(onChange: () => void, signal: AbortSignal): Promise<void> {
  const permission = await navigator.permissions.query({ name: "microphone" });
  permission.addEventListener("change", onChange, { signal });
  // Chrome drops a permission that nobody holds, and its listeners with it.
  releaseWith(signal, () => permission.removeEventListener("change", onChange));
}
