import { i18n } from "#i18n";
import { updateSettings } from "../platform/settings-store.ts";
import { CallerIdOptions } from "../shell/caller-id-options.tsx";
import { useConnection } from "../shell/connection.tsx";
import { useCallerId } from "../shell/use-caller-id.ts";
import { CountryPicker } from "../ui/country-picker.tsx";
import { Field } from "../ui/field.tsx";

export function CallingSettings() {
  const { settings } = useConnection();
  const { callerIds, chosen } = useCallerId();
  return (
    <>
      <div className="field">
        <span className="field-label">{i18n.t("settings.calling.country")}</span>
        <div className="picker-box">
          <CountryPicker
            label={i18n.t("settings.calling.country")}
            country={settings.defaultCountry}
            showsName
            onPick={(defaultCountry) => void updateSettings({ defaultCountry })}
          />
        </div>
        <p className="field-hint">{i18n.t("settings.calling.countryHint")}</p>
      </div>
      {chosen && (
        <Field label={i18n.t("settings.calling.callerId")} hint={i18n.t("settings.calling.callerIdHint")}>
          {(control) => (
            <select
              {...control}
              className="input figures"
              value={chosen.number}
              onChange={(event) => void updateSettings({ fromNumber: callerIds[event.target.selectedIndex]?.number })}
            >
              <CallerIdOptions callerIds={callerIds} />
            </select>
          )}
        </Field>
      )}
    </>
  );
}
