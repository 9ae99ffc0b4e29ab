import { i18n } from "#i18n";
import { updateSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { language } from "../ui/language.ts";
import { Field } from "../ui/field.tsx";

const intervalsMs = [1000, 2000, 5000, 10_000];

const seconds = new Intl.NumberFormat(language, { style: "unit", unit: "second", unitDisplay: "long" });

/** How often the balance is asked for when the server cannot push it. */
export function PollSettings() {
  const { settings } = useConnection();
  const isListed = intervalsMs.includes(settings.pollIntervalMs);
  return (
    <details className="advanced">
      <summary>{i18n.t("settings.server.advanced")}</summary>
      <Field label={i18n.t("settings.server.askForBalance")} hint={i18n.t("settings.server.askHint")}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={settings.pollIntervalMs}
            onChange={(event) => void updateSettings({ pollIntervalMs: Number(event.target.value) })}
          >
            {(isListed ? intervalsMs : [settings.pollIntervalMs, ...intervalsMs]).map((ms) => (
              <option key={ms} value={ms}>
                {i18n.t("settings.server.every", { interval: seconds.format(ms / 1000) })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </details>
  );
}
