import { i18n } from "#i18n";
import { isSending, progressOf, type ExtensionDigits } from "../call/digit-queue.ts";
import type { DigitsProblem } from "../call/digits.ts";
import { useCall } from "../call/use-call.ts";
import { leftToRight } from "../ui/left-to-right.ts";
import "./tones-line.css";

interface TonesLineProps {
  /** Why what was keyed in last was not sent. */
  problem: DigitsProblem | undefined;
}

/** What becomes of the tones of a call: why they are not sent, how many have gone of how many, and the extension. Else nothing. */
export function TonesLine({ problem }: TonesLineProps) {
  const { snapshot, client } = useCall();
  const { digits } = snapshot;
  const stop = { label: i18n.t("shell.tones.stop"), act: () => void client.stopDigits() };
  const again = { label: i18n.t("shell.tones.sendAgain"), act: () => void client.sendExtension() };
  if (problem) return <Line role="alert" text={problemText(problem)} />;
  if (digits.extension?.phase === "waiting") return <Line text={extensionText(digits.extension)} step={stop} />;
  const progress = progressOf(digits);
  if (progress && isSending(digits)) return <Line text={i18n.t("shell.tones.progress", progress)} step={stop} />;
  if (!digits.extension) return null;
  return (
    <Line role="status" text={extensionText(digits.extension)} step={digits.extension.phase === "due" ? undefined : again} />
  );
}

interface LineProps {
  /** Said by a screen reader as it comes. What counts on is not: it would chatter. */
  role?: "alert" | "status";
  text: string;
  step?: { label: string; act: () => void } | undefined;
}

function Line({ role, text, step }: LineProps) {
  return (
    <div className="tones-line">
      <p className="figures" role={role}>
        {text}
      </p>
      {step && (
        <button type="button" className="tones-step" onClick={step.act}>
          {step.label}
        </button>
      )}
    </div>
  );
}

function extensionText({ digits, phase }: ExtensionDigits): string {
  const named = { digits: leftToRight(digits) };
  switch (phase) {
    case "due":
      return i18n.t("shell.tones.extensionDue", named);
    case "waiting":
      return i18n.t("shell.tones.extensionWaiting", named);
    case "sent":
      return i18n.t("shell.tones.extensionSent", named);
    case "stopped":
      return i18n.t("shell.tones.extensionStopped", named);
  }
}

function problemText(problem: DigitsProblem): string {
  switch (problem.code) {
    case "not_a_digit":
      return i18n.t("shell.tones.notADigit", { sign: problem.sign });
    case "too_many":
      return i18n.t("shell.tones.tooMany", { most: problem.most });
    case "no_digits":
      return i18n.t("shell.tones.noDigits");
  }
}
