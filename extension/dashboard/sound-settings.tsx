import { i18n } from "#i18n";
import { updateSettings } from "../platform/settings-store.ts";
import { useConnection } from "../shell/connection.tsx";
import { MicrophoneTestPanel } from "../shell/microphone/microphone-test-panel.tsx";
import { NetworkTestPanel } from "../shell/network-test/network-test-panel.tsx";
import { DeviceSettings } from "./device-settings.tsx";
import { CopyDiagnostics } from "../shell/diagnostics/copy-diagnostics.tsx";

/** The devices of calls, two tests, whether a bad call is followed by a question, and a report for whoever helps. */
export function SoundSettings() {
  const { asksAboutSound } = useConnection().settings;
  return (
    <>
      <DeviceSettings />
      <MicrophoneTestPanel />
      <NetworkTestPanel />
      <div className="field">
        <label className="check">
          <input
            type="checkbox"
            checked={asksAboutSound}
            onChange={() => void updateSettings({ asksAboutSound: !asksAboutSound })}
          />
          {i18n.t("quality.feedback.setting")}
        </label>
        <p className="field-hint">{i18n.t("quality.feedback.settingHint")}</p>
      </div>
      <div className="field">
        <div>
          <CopyDiagnostics />
        </div>
        <p className="field-hint">{i18n.t("quality.diagnostics.hint")}</p>
      </div>
    </>
  );
}
