import { i18n } from "#i18n";
import { useState } from "react";
import type { MicrophoneRefusal } from "../audio/microphone-refusal.ts";
import { closeVoice, openVoice } from "../audio/open-voice.ts";
import { RefusalNotice } from "../shell/microphone/refusal-notice.tsx";
import { NetworkTestPanel } from "../shell/network-test/network-test-panel.tsx";
import { LevelMeter } from "./level-meter.tsx";
import { NextButton } from "./next-button.tsx";

/** Says why the microphone is needed before the browser asks, and what to do about each way of not getting it. */
export function MicrophoneStep({ permission }: { permission: PermissionState | undefined }) {
  const [answer, setAnswer] = useState<"granted" | MicrophoneRefusal>();
  const [isAsking, setIsAsking] = useState(false);
  const ask = async () => {
    setIsAsking(true);
    setAnswer(await askMicrophone());
    setIsAsking(false);
  };
  const refusal = answer === "granted" ? undefined : (answer ?? (permission === "denied" ? "denied" : undefined));

  if (permission === "granted" && !refusal) {
    return (
      <>
        <h1>{i18n.t("welcome.microphone.ready")}</h1>
        <p className="lead">{i18n.t("welcome.microphone.readyText")}</p>
        <LevelMeter onRefused={setAnswer} />
        <NetworkTestPanel />
        <NextButton step="microphone" />
      </>
    );
  }
  return (
    <>
      <h1>{i18n.t("welcome.microphone.title")}</h1>
      <p className="lead">{i18n.t("welcome.microphone.why")} </p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <div className="step-actions">
        <button type="button" className="button button-talk button-large" disabled={isAsking} onClick={() => void ask()}>
          {refusal ? i18n.t("welcome.microphone.checkAgain") : i18n.t("welcome.microphone.allow")}
        </button>
      </div>
    </>
  );
}

/** Asks for the microphone, lets it go at once, and tells what came of it. */
async function askMicrophone(): Promise<"granted" | MicrophoneRefusal> {
  const opened = await openVoice();
  if (!opened.ok) return opened.error;
  closeVoice(opened.value);
  return "granted";
}
