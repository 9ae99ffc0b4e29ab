export const steps = ["connect", "microphone", "sites", "try"] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Record<Step, string> = {
  connect: "Connect",
  microphone: "Microphone",
  sites: "Sites",
  try: "First call",
};

/** The step that an address names; the first that is still to be done when it names none. */
export function stepOf(hash: string, done: ReadonlySet<Step>): Step {
  const named = steps.find((step) => `#${step}` === hash);
  return named ?? steps.find((step) => !done.has(step)) ?? "try";
}

/** The step after one; undefined after the last. */
export function stepAfter(step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1];
}
