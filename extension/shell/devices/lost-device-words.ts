import { i18n } from "#i18n";
import type { CallDevices } from "../../call/call-snapshot.ts";

/** One sentence on a device that was chosen and is not there, by its name; undefined when a call has what was chosen. */
export function lostDeviceWords({ microphone, speaker }: CallDevices): string | undefined {
  if (microphone.status === "missing" && speaker.status === "missing" && microphone.label === speaker.label) {
    return i18n.t("audio.lost.both", { device: microphone.label });
  }
  if (microphone.status === "missing") return i18n.t("audio.lost.microphone", { device: microphone.label });
  if (speaker.status === "missing") return i18n.t("audio.lost.speaker", { device: speaker.label });
  return undefined;
}
