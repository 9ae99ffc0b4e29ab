import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import type { MicrophoneRefusal } from "../../audio/microphone-refusal.ts";
import { Notice } from "../../ui/notice.tsx";
import { refusalWords } from "./refusal-words.ts";

/** Why there is no microphone, with the way to where that can be changed, if the browser has such a place. */
export function RefusalNotice({ refusal }: { refusal: MicrophoneRefusal }) {
  return (
    <Notice
      tone="heed"
      actions={
        refusal === "denied" && (
          <button type="button" className="button button-quiet" onClick={() => void openSiteSettings()}>
            {i18n.t("microphone.openSettings")}
          </button>
        )
      }
    >
      {refusalWords[refusal]}
    </Notice>
  );
}

function openSiteSettings(): Promise<unknown> {
  return browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${encodeURIComponent(location.origin)}` });
}
