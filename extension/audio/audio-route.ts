import type { AudioSettings, VoiceProcessing } from "../platform/settings.ts";
import { chooseDevice, type AudioDevice, type FoundDevice } from "./choose-device.ts";

/** Where the sound of a call comes from and goes to just now. */
export interface AudioRoute {
  microphone: MicrophoneRoute;
  speaker: FoundDevice;
  ringtone: FoundDevice;
  ringtoneVolume: number;
}

export interface MicrophoneRoute {
  device: FoundDevice;
  /**
   * Stands for the machine that it comes to; the default becomes another one when somebody plugs a headset in. Undefined where nobody
   * has looked which it is.
   */
  source: string | undefined;
  processing: VoiceProcessing;
}

/** What the settings come to with the devices there are. */
export function routeAudio(settings: AudioSettings, devices: readonly AudioDevice[]): AudioRoute {
  const microphone = chooseDevice({ choice: settings.microphone, kind: "audioinput", devices });
  return {
    microphone: { device: microphone, source: sourceOf(microphone, devices), processing: settings.processing },
    speaker: chooseDevice({ choice: settings.speaker, kind: "audiooutput", devices }),
    ringtone: chooseDevice({ choice: settings.ringtone, kind: "audiooutput", devices }),
    ringtoneVolume: settings.ringtoneVolume,
  };
}

function sourceOf(microphone: FoundDevice, devices: readonly AudioDevice[]): string | undefined {
  if (microphone.status === "chosen") return microphone.deviceId;
  const standing = devices.find(({ kind, deviceId }) => kind === "audioinput" && deviceId === "default");
  // The entry named "default" has the group of the machine that it stands for; of two headsets of a kind, only that differs.
  return standing && `default:${standing.groupId}`;
}

/** What to ask the browser for. A device is demanded: where one is only wished for, Chrome gives the default all the same. */
export function constraintsOf({ device, processing }: MicrophoneRoute): MediaTrackConstraints {
  return { ...processing, ...(device.status === "chosen" && { deviceId: { exact: device.deviceId } }) };
}

/** The name by which `setSinkId` knows a found device; the default is the empty one. */
export function sinkIdOf(device: FoundDevice): string {
  return device.status === "chosen" ? device.deviceId : "";
}
