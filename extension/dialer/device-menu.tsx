import { i18n } from "#i18n";
import { useId, useState } from "react";
import { updateAudioSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { DeviceSelect } from "../shell/devices/device-select.tsx";
import { useAudioDevices } from "../shell/devices/use-audio-devices.ts";
import { Icon } from "../ui/icon.tsx";
import "./device-menu.css";

/** Which microphone and which loudspeaker the call is on, to be changed at once. */
export function DeviceMenu() {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="device-button"
        popoverTarget={id}
        aria-label={i18n.t("audio.menu")}
        title={i18n.t("audio.menu")}
      >
        <Icon name="headset" />
      </button>
      <section
        id={id}
        popover="auto"
        className="device-menu"
        aria-label={i18n.t("audio.menu")}
        onToggle={(event) => setIsOpen(event.newState === "open")}
      >
        {isOpen && <Devices />}
      </section>
    </>
  );
}

function Devices() {
  const { audio } = useConnection().settings;
  const devices = useAudioDevices();
  if (!devices) return null;
  return (
    <>
      <DeviceSelect
        label={i18n.t("audio.microphone")}
        kind="audioinput"
        devices={devices}
        choice={audio.microphone}
        onChoose={(microphone) => void updateAudioSettings({ microphone })}
      />
      <DeviceSelect
        label={i18n.t("audio.speaker")}
        kind="audiooutput"
        devices={devices}
        choice={audio.speaker}
        onChoose={(speaker) => void updateAudioSettings({ speaker })}
      />
    </>
  );
}
