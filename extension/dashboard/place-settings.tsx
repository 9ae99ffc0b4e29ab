import { i18n } from "#i18n";
import type { DialerPlace } from "../platform/settings.ts";
import { updateSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";

/** Where the toolbar button opens the dialer. */
export function PlaceSettings() {
  const { settings } = useConnection();
  return (
    <fieldset className="choices">
      <legend className="field-label">{i18n.t("dialer.place.legend")}</legend>
      <label className="choice">
        <input type="radio" name="place" checked={settings.dialerPlace === "popup"} onChange={() => choose("popup")} />
        <span className="choice-title">{i18n.t("dialer.place.popup")}</span>
        <span className="choice-text">{i18n.t("dialer.place.popupText")}</span>
      </label>
      <label className="choice">
        <input type="radio" name="place" checked={settings.dialerPlace === "side-panel"} onChange={() => choose("side-panel")} />
        <span className="choice-title">{i18n.t("dialer.place.panel")}</span>
        <span className="choice-text">{i18n.t("dialer.place.panelText")}</span>
      </label>
    </fieldset>
  );
}

function choose(dialerPlace: DialerPlace): void {
  void updateSettings({ dialerPlace });
}
