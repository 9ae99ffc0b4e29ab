import { useState } from "react";
import { browser } from "wxt/browser";
import { Notice } from "../ui/notice.tsx";
import { askMicrophone, thisBrowser, type MicrophoneAnswer } from "./ask-microphone.ts";
import { LevelMeter } from "./level-meter.tsx";
import { NextButton } from "./next-button.tsx";

const sentences: Record<Exclude<MicrophoneAnswer, "granted">, string> = {
  denied:
    "Chrome blocks the microphone for Ringback. Open Chrome’s settings for Ringback, set the microphone to “Allow”, and come back.",
  dismissed: "Chrome’s question went away without an answer. Ask again and choose “Allow”.",
  blocked_by_system:
    "Your computer does not let Chrome use the microphone. Allow it in the system’s privacy settings, then check again.",
  missing: "No microphone was found. Plug one in or switch it on, then check again.",
  in_use: "The microphone does not start, since another program keeps it. Close that program, then check again.",
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
        <h1>They will hear you</h1>
        <p className="lead">The microphone is ready. Say something: the waves should move.</p>
        <LevelMeter />
        <NextButton step="microphone" />
      </>
    );
  }
  return (
    <>
      <h1>Let them hear you</h1>
      <p className="lead">
        A call needs your voice. Chrome will ask whether Ringback may use the microphone. It is switched on when a call starts and
        off when it ends, and the sound goes to the person you call and nowhere else. Nothing is recorded.
      </p>
      {refusal && (
        <Notice
          tone="heed"
          actions={
            refusal === "denied" && (
              <button type="button" className="button button-quiet" onClick={() => void openSiteSettings()}>
                Open Chrome’s settings
              </button>
            )
          }
        >
          {sentences[refusal]}
        </Notice>
      )}
      <div className="step-actions">
        <button type="button" className="button button-talk button-large" disabled={isAsking} onClick={() => void ask()}>
          {refusal ? "Check again" : "Allow the microphone"}
        </button>
      </div>
    </>
  );
}

function openSiteSettings(): Promise<unknown> {
  return browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${encodeURIComponent(location.origin)}` });
}
