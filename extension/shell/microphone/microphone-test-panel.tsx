import { i18n } from "#i18n";
import { useRef } from "react";
import { isLive } from "../../call/call-state.ts";
import { useCall } from "../../call/use-call.ts";
import type { VoiceVerdict } from "../../audio/judge-voice.ts";
import { Notice } from "../../ui/notice.tsx";
import "./microphone-test.css";
import { RefusalNotice } from "./refusal-notice.tsx";
import { useMicrophoneTest } from "./use-microphone-test.ts";

/** Lets a person hear how they sound to others, before a call. */
export function MicrophoneTestPanel() {
  const meter = useRef<HTMLDivElement>(null);
  // Written past React: thirty times a second is for the style alone.
  const { state, start, stop } = useMicrophoneTest((level) => meter.current?.style.setProperty("--level", level.toFixed(2)));
  const { snapshot } = useCall();
  const isRunning = state.status === "opening" || state.status === "listening" || state.status === "playing";
  const isOnCall = isLive(snapshot.state) && !isRunning;
  const said = state.status === "listening" || state.status === "playing" ? stepWords[state.status] : undefined;
  return (
    <div className="microphone-test">
      <p className="field-hint">{i18n.t("microphone.test.about")}</p>
      {state.status === "refused" && <RefusalNotice refusal={state.refusal} />}
      {state.status === "over" && <Verdict verdict={state.verdict} />}
      <p role="status" className={said ? "microphone-test-step" : "visually-hidden"}>
        {said}
      </p>
      {state.status === "listening" && (
        <div ref={meter} className="level-bar" aria-hidden="true">
          <span className="level-bar-fill" />
        </div>
      )}
      {isOnCall && <p className="field-hint">{i18n.t("quality.test.duringCall")}</p>}
      <div>
        {isRunning ? (
          <button type="button" className="button button-quiet" onClick={stop}>
            {i18n.t("quality.test.stop")}
          </button>
        ) : (
          <button type="button" className="button button-quiet" disabled={isOnCall} onClick={() => void start()}>
            {state.status === "idle" ? i18n.t("microphone.test.start") : i18n.t("quality.test.again")}
          </button>
        )}
      </div>
    </div>
  );
}

const stepWords = {
  listening: i18n.t("microphone.test.listening"),
  playing: i18n.t("microphone.test.playing"),
};

function Verdict({ verdict }: { verdict: VoiceVerdict }) {
  return (
    <Notice tone={verdict === "clear" ? "good" : "heed"}>
      <p className="microphone-test-verdict">{i18n.t(`microphone.test.verdict.${verdict}`)}</p>
      {verdict !== "clear" && <p>{i18n.t(`microphone.test.advice.${verdict}`)}</p>}
    </Notice>
  );
}
