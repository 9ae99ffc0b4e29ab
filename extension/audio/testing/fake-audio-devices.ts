import type { AudioDevices } from "../audio-devices.ts";
import type { AudioDevice } from "../choose-device.ts";

/** Devices that a test plugs in and out. */
export interface FakeAudioDevices extends AudioDevices {
  plugged: readonly AudioDevice[];
  /** Has these be plugged in from now on, and says so as a browser does. */
  plug(devices: readonly AudioDevice[]): void;
  /** Who listens for devices. */
  readonly watcherCount: number;
}

export function createFakeAudioDevices(): FakeAudioDevices {
  const watchers = new Set<() => void>();
  const fake: FakeAudioDevices = {
    plugged: [deviceOf("audioinput", "default", "Built-in"), deviceOf("audiooutput", "default", "Built-in")],
    list: async () => fake.plugged,
    watch(onChange, signal) {
      watchers.add(onChange);
      signal.addEventListener("abort", () => watchers.delete(onChange), { once: true });
    },
    plug(devices) {
      fake.plugged = devices;
      for (const onChange of watchers) onChange();
    },
    get watcherCount() {
      return watchers.size;
    },
  };
  return fake;
}

/** A device as the browser lists it. The group stands for the machine that a device is part of. */
export function deviceOf(kind: AudioDevice["kind"], deviceId: string, label: string, groupId = label): AudioDevice {
  return { kind, deviceId, label, groupId };
}
