import type { AudioSettings } from "../platform/settings.ts";
import type { AudioDevices } from "./audio-devices.ts";
import { routeAudio, type AudioRoute } from "./audio-route.ts";

export interface FollowDevices {
  settings: AudioSettings;
  devices: AudioDevices;
  /** Goes over to a route. Called with one after another, never with two at once. */
  onRoute: (route: AudioRoute) => Promise<void>;
  signal: AbortSignal;
}

export interface DeviceFollower {
  /** Looks again, and resolves when the route of now has been taken. */
  look(): Promise<void>;
  setSettings(settings: AudioSettings): Promise<void>;
}

/** Keeps sound on the devices that were chosen, whatever is plugged in and out and chosen anew, until `signal` aborts. */
export function followDevices({ settings, devices, onRoute, signal }: FollowDevices): DeviceFollower {
  let wanted = settings;
  let last: Promise<void> = Promise.resolve();

  async function takeRoute(): Promise<void> {
    if (signal.aborted) return;
    const listed = await devices.list();
    if (!signal.aborted) await onRoute(routeAudio(wanted, listed));
  }

  /** In turn: a device that is plugged in and out again at once must leave the later of the two routes. */
  function look(): Promise<void> {
    last = last.then(takeRoute).catch((error: unknown) => {
      console.error("The devices could not be followed.", error);
    });
    return last;
  }

  devices.watch(() => void look(), signal);
  return {
    look,
    setSettings(changed) {
      wanted = changed;
      return look();
    },
  };
}
