import { browser } from "wxt/browser";
import { releaseWith } from "./release-with.ts";
import { levelPortName, shownLevelsSchema, type ShownLevels } from "./level-port.ts";

/** Tells how loud the call is, some ten times a second until `signal` aborts. The call measures for whoever looks, and only then. */
export function watchLevels(onLevels: (levels: ShownLevels) => void, signal: AbortSignal): void {
  const port = browser.runtime.connect({ name: levelPortName });
  port.onMessage.addListener((message: unknown) => {
    const levels = shownLevelsSchema.safeParse(message);
    if (levels.success) onLevels(levels.data);
  });
  releaseWith(signal, () => port.disconnect());
}
