import { i18n } from "#i18n";
export const steps = ["connect", "microphone", "sites", "try"] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Record<Step, string> = {
  connect: i18n.t("welcome.step.connect"),
  microphone: i18n.t("welcome.step.microphone"),
  sites: i18n.t("welcome.step.sites"),
  try: i18n.t("welcome.step.try"),
};

/** The step that an address names; the first when it names none. A step that gets done stays on screen and says so. */
export function stepOf(hash: string): Step {
  return steps.find((step) => `#${step}` === hash) ?? "connect";
}

/** The step after one; undefined after the last. */
export function stepAfter(step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1];
}
