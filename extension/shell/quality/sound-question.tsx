import { i18n } from "#i18n";
import { useState } from "react";
import { callIssueSchema, type CallFeedback } from "#shared/api/call-quality.ts";
import type { CallId } from "#shared/ids.ts";
import { qualityReportChannel } from "../../call/quality-reports.ts";
import { updateSettings } from "../../platform/settings-store.ts";
import { useConnection } from "../connection.tsx";
import { issueWords } from "./quality-words.ts";
import "./sound-question.css";
import { noteAnswered, useAnsweredCalls } from "./answered-calls.ts";

interface SoundQuestionProps {
  callId: CallId;
  /** Whether it is asked unbidden: the call was bad. Else a person who wants to say something finds a way to. */
  isAsked: boolean;
}

type Step = "closed" | "question" | "issues" | "thanked";

/** One question after a call, asked once: how did it sound, and if badly, what was wrong. */
export function SoundQuestion({ callId, isAsked }: SoundQuestionProps) {
  const { session, settings } = useConnection();
  const answered = useAnsweredCalls();
  const [taken, setTaken] = useState<Step>();
  if (!session || !answered) return null;
  const step = taken ?? (answered.includes(callId) ? undefined : isAsked && settings.asksAboutSound ? "question" : "closed");

  const close = (next: Step | undefined) => {
    setTaken(next ?? "closed");
    void noteAnswered(callId);
  };
  const tell = (feedback: CallFeedback) => {
    void qualityReportChannel.send("keep", { kind: "feedback", serverUrl: session.serverUrl, callId, feedback });
    close("thanked");
  };
  switch (step) {
    case undefined:
      return null;
    case "closed":
      return answered.includes(callId) ? null : (
        <button type="button" className="button button-link sound-question-open" onClick={() => setTaken("question")}>
          {i18n.t("quality.feedback.give")}
        </button>
      );
    case "question":
      return (
        <fieldset className="sound-question">
          <legend>{i18n.t("quality.feedback.question")}</legend>
          <div className="sound-question-choices">
            <Choice text={i18n.t("quality.feedback.good")} onChoose={() => tell({ score: 5, issue: null })} />
            <Choice text={i18n.t("quality.feedback.bad")} onChoose={() => setTaken("issues")} />
          </div>
          <div className="sound-question-ways-out">
            <button type="button" className="button button-link" onClick={() => close(undefined)}>
              {i18n.t("quality.feedback.notNow")}
            </button>
            {isAsked && (
              <button
                type="button"
                className="button button-link"
                onClick={() => {
                  void updateSettings({ asksAboutSound: false });
                  close(undefined);
                }}
              >
                {i18n.t("quality.feedback.neverAsk")}
              </button>
            )}
          </div>
        </fieldset>
      );
    case "issues":
      return (
        <fieldset className="sound-question">
          <legend>{i18n.t("quality.feedback.whatWasWrong")}</legend>
          <div className="sound-question-choices">
            {callIssueSchema.options.map((issue) => (
              <Choice key={issue} text={issueWords[issue]} onChoose={() => tell({ score: 1, issue })} />
            ))}
            <Choice text={i18n.t("quality.feedback.somethingElse")} onChoose={() => tell({ score: 1, issue: null })} />
          </div>
        </fieldset>
      );
    case "thanked":
      return (
        <p className="sound-question" role="status">
          {i18n.t("quality.feedback.thanks")}
        </p>
      );
  }
}

function Choice({ text, onChoose }: { text: string; onChoose: () => void }) {
  return (
    <button type="button" className="button button-quiet" onClick={onChoose}>
      {text}
    </button>
  );
}
