import type { DeviceChoice } from "../platform/settings.ts";

/** A device for sound, as the browser lists it. Without leave for the microphone its id and label are empty. */
export type AudioDevice = Pick<MediaDeviceInfo, "kind" | "deviceId" | "groupId" | "label">;

/** What a choice comes to among the devices that are there now. */
export type FoundDevice =
  | { status: "default" }
  | { status: "chosen"; deviceId: string; label: string }
  /** It is not there, or cannot be opened: the default takes its place until it can. */
  | { status: "missing"; label: string };

export interface ChooseDevice {
  choice: DeviceChoice;
  kind: AudioDevice["kind"];
  devices: readonly AudioDevice[];
}

/**
 * Finds the chosen device by its id, and else by its label: the browser gives a device another id when its data are cleared, and some
 * systems do when it is put into another socket.
 */
export function chooseDevice({ choice, kind, devices }: ChooseDevice): FoundDevice {
  if (choice === "default") return { status: "default" };
  const ofKind = devices.filter((device) => device.kind === kind);
  const found =
    ofKind.find(({ deviceId }) => deviceId === choice.deviceId) ?? ofKind.find(({ label }) => isSame(label, choice.label));
  return found ? { status: "chosen", deviceId: found.deviceId, label: found.label } : { status: "missing", label: choice.label };
}

/** Two devices without a label have nothing in common. */
function isSame(label: string, wanted: string): boolean {
  return label !== "" && label === wanted;
}
