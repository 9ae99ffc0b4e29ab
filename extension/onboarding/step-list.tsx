import { i18n } from "#i18n";
import { Icon } from "../ui/icon.tsx";
import { steps, stepTitles, type Step } from "./steps.ts";

/** The steps, those that are done marked, each a link: nobody is held in line. */
export function StepList({ current, done }: { current: Step; done: ReadonlySet<Step> }) {
  return (
    <nav aria-label={i18n.t("welcome.steps")}>
      <ol className="step-list">
        {steps.map((step, index) => (
          <li key={step}>
            <a href={`#${step}`} aria-current={step === current ? "step" : undefined} data-done={done.has(step) || undefined}>
              <span className="step-mark figures" aria-hidden="true">
                {done.has(step) ? <Icon name="check" /> : index + 1}
              </span>
              {stepTitles[step]}
              {done.has(step) && <span className="visually-hidden"> {i18n.t("welcome.isDone")}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
