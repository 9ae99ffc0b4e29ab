import { i18n } from "#i18n";
import { chooseDevice, type AudioDevice } from "../../audio/choose-device.ts";
import type { DeviceChoice } from "../../platform/settings.ts";
import { Field } from "../../ui/field.tsx";

interface DeviceSelectProps {
  label: string;
  hint?: string;
  kind: AudioDevice["kind"];
  devices: readonly AudioDevice[];
  choice: DeviceChoice;
  onChoose: (choice: DeviceChoice) => void;
}

// No device is called so: the browser's own ids are long, and none is empty that has a name.
const missingValue = "missing";
const defaultValue = "default";

/** Chooses one of the devices there are. One that was chosen and is not there stays chosen, and says that it is not there. */
export function DeviceSelect({ label, hint, kind, devices, choice, onChoose }: DeviceSelectProps) {
  const found = chooseDevice({ choice, kind, devices });
  const offered = devices.filter((device) => device.kind === kind && device.label !== "" && device.deviceId !== defaultValue);
  const value = found.status === "chosen" ? found.deviceId : found.status === "missing" ? missingValue : defaultValue;
  const choose = (deviceId: string) => {
    if (deviceId === defaultValue) return onChoose("default");
    const chosen = offered.find((device) => device.deviceId === deviceId);
    if (chosen) onChoose({ deviceId, label: chosen.label });
  };
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => choose(event.target.value)}>
          <option value={defaultValue}>{i18n.t("audio.default")}</option>
          {found.status === "missing" && (
            <option value={missingValue}>{i18n.t("audio.unplugged", { device: found.label })}</option>
          )}
          {offered.map(({ deviceId, label: name }) => (
            <option key={deviceId} value={deviceId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
