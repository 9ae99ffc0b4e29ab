import { i18n } from "#i18n";
import { usualQuietHours, type QuietHours } from "../platform/quiet-hours.ts";
import { settingsStore, updateSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { formatHour } from "../ui/format-hour.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** From when to when a card says that it is early or late where a number rings. It stops nobody from calling. */
export function QuietHoursFields() {
  const { quietHours } = useConnection().settings;
  const isOn = quietHours !== "off";
  return (
    <fieldset className="quiet-hours">
      <legend className="visually-hidden">{i18n.t("settings.quiet.title")}</legend>
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={() => set(isOn ? "off" : usualQuietHours)} />
        {i18n.t("settings.quiet.tell")}
      </label>
      {isOn && (
        <div className="quiet-hours-row">
          <HourSelect
            label={i18n.t("settings.quiet.from")}
            hour={quietHours.fromHour}
            onPick={(fromHour) => setHour({ fromHour })}
          />
          <HourSelect
            label={i18n.t("settings.quiet.until")}
            hour={quietHours.untilHour}
            onPick={(untilHour) => setHour({ untilHour })}
          />
          <span className="field-hint">{i18n.t("settings.quiet.there")}</span>
        </div>
      )}
      <p className="field-hint">{i18n.t("settings.quiet.hint")}</p>
    </fieldset>
  );
}

/** Beside what is stored, and not what is shown: the other hour may have been chosen a moment ago. */
function setHour(hour: Partial<QuietHours>): void {
  void settingsStore.update((settings) => {
    const { quietHours } = settings;
    return quietHours === "off" ? settings : { ...settings, quietHours: { ...quietHours, ...hour } };
  });
}

function set(quietHours: QuietHours | "off"): void {
  void updateSettings({ quietHours });
}

interface HourSelectProps {
  label: string;
  hour: number;
  onPick: (hour: number) => void;
}

function HourSelect({ label, hour, onPick }: HourSelectProps) {
  return (
    <label>
      {label}{" "}
      <select className="input" value={hour} onChange={(event) => onPick(Number(event.target.value))}>
        {hours.map((choice) => (
          <option key={choice} value={choice}>
            {formatHour(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}
