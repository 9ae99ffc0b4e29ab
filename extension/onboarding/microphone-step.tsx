import { i18n } from "#i18n";
import { useState } from "react";
import { browser } from "wxt/browser";
import { NetworkTestPanel } from "../shell/network-test/network-test-panel.tsx";
import { Notice } from "../ui/notice.tsx";
import { askMicrophone, thisBrowser, type MicrophoneAnswer } from "./ask-microphone.ts";
import { LevelMeter } from "./level-meter.tsx";
import { NextButton } from "./next-button.tsx";

const sentences: Record<Exclude<MicrophoneAnswer, "granted">, string> = {
  denied: i18n.t("welcome.microphone.denied"),
  dismissed: i18n.t("welcome.microphone.dismissed"),
  blocked_by_system: i18n.t("welcome.microphone.blockedBySystem"),
  missing: i18n.t("welcome.microphone.missing"),
  in_use: i18n.t("welcome.microphone.inUse"),
};

/** Says why the microphone is needed before the browser asks, and what to do about each way of not getting it. */
export function MicrophoneStep({ permission }: { permission: PermissionState | undefined }) {
  const [answer, setAnswer] = useState<MicrophoneAnswer>();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async () => {
    setIsAsking(true);
    setAnswer(await askMicrophone(thisBrowser));
    setIsAsking(false);
  };
  const refusal = answer === "granted" ? undefined : (answer ?? (permission === "denied" ? "denied" : undefined));

  if (permission === "granted" && !refusal) {
    return (
      <>
        <h1>{i18n.t("welcome.microphone.ready")}</h1>
        <p className="lead">{i18n.t("welcome.microphone.readyText")}</p>
        <LevelMeter />
        <NetworkTestPanel />
        <NextButton step="microphone" />
      </>
    );
  }
  return (
    <>
      <h1>{i18n.t("welcome.microphone.title")}</h1>
      <p className="lead">{i18n.t("welcome.microphone.why")} </p>
      {refusal && (
        <Notice
          tone="heed"
          actions={
            refusal === "denied" && (
              <button type="button" className="button button-quiet" onClick={() => void openSiteSettings()}>
                {i18n.t("welcome.microphone.openSettings")}
              </button>
            )
          }
        >
          {sentences[refusal]}
        </Notice>
      )}
      <div className="step-actions">
        <button type="button" className="button button-talk button-large" disabled={isAsking} onClick={() => void ask()}>
          {refusal ? i18n.t("welcome.microphone.checkAgain") : i18n.t("welcome.microphone.allow")}
        </button>
      </div>
    </>
  );
}

function openSiteSettings(): Promise<unknown> {
  return browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${encodeURIComponent(location.origin)}` });
}
