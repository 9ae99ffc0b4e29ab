import { i18n } from "#i18n";
import { stepAfter, stepTitles, type Step } from "./steps.ts";

/** On to the next step. */
export function NextButton({ step, isQuiet = false }: { step: Step; isQuiet?: boolean }) {
  const next = stepAfter(step);
  if (!next) return null;
  return (
    <div className="step-actions">
      <a className={`button button-large ${isQuiet ? "button-quiet" : "button-talk"}`} href={`#${next}`}>
        {i18n.t(isQuiet ? "welcome.skip" : "welcome.next", { step: stepTitles[next] })}
      </a>
    </div>
  );
}
