import type { AudioDevice } from "./choose-device.ts";

/** The machine's devices for sound. */
export interface AudioDevices {
  list(): Promise<readonly AudioDevice[]>;
  /** Calls back when one is plugged in or out, until `signal` aborts. */
  watch(onChange: () => void, signal: AbortSignal): void;
}

/** Those that the browser knows. */
export function createAudioDevices(mediaDevices: MediaDevices): AudioDevices {
  return {
    async list() {
      const devices = await mediaDevices.enumerateDevices();
      return devices.filter(({ kind }) => kind !== "videoinput");
    },
    watch: (onChange, signal) => mediaDevices.addEventListener("devicechange", onChange, { signal }),
  };
}
