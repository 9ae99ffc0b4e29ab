import { i18n } from "#i18n";
import { openDashboard } from "../shell/open-page.ts";
import { causeWords } from "../shell/quality/quality-words.ts";
import { isOwnMicrophone, type QualityCause } from "../quality/live-quality.ts";

/** One line on what spoils the call. Where it is one's own microphone, with the way to another one. */
export function SoundLine({ cause }: { cause: QualityCause }) {
  return (
    <p>
      <span role="status">{causeWords[cause]}</span>{" "}
      {isOwnMicrophone(cause) && (
        <button type="button" className="button button-link" onClick={() => void openDashboard("settings", "sound")}>
          {i18n.t("shell.wayOut.chooseMicrophone")}
        </button>
      )}
    </p>
  );
}
