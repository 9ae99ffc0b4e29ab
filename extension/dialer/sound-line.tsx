import { i18n } from "#i18n";
import { openDashboard } from "../shell/open-page.ts";
import { causeWords } from "../shell/quality/quality-words.ts";
import type { QualityCause } from "../quality/live-quality.ts";

/** One line on what spoils the call. Where it is one's own microphone, with the way to another one. */
export function SoundLine({ cause }: { cause: QualityCause }) {
  const isOwn = cause === "silent_microphone" || cause === "muted_microphone";
  return (
    <p>
      <span role="status">{causeWords[cause]}</span>{" "}
      {isOwn && (
        <button type="button" className="button button-link" onClick={() => void openDashboard("settings", "sound")}>
          {i18n.t("shell.wayOut.chooseMicrophone")}
        </button>
      )}
    </p>
  );
}
