import { stepAfter, stepTitles, type Step } from "./steps.ts";

/** On to the next step. */
export function NextButton({ step, isQuiet = false }: { step: Step; isQuiet?: boolean }) {
  const next = stepAfter(step);
  if (!next) return null;
  return (
    <div className="step-actions">
      <a className={`button button-large ${isQuiet ? "button-quiet" : "button-talk"}`} href={`#${next}`}>
        {isQuiet ? `Skip to ${stepTitles[next].toLowerCase()}` : `Next: ${stepTitles[next].toLowerCase()}`}
      </a>
    </div>
  );
}
