import { ok } from "#shared/result.ts";
import type { MarkSteps } from "./mark-steps.ts";
import type { NumberPlace, PageNumbers } from "./page-numbers.ts";

const none: PageNumbers = { numbers: [], current: undefined };

/** What the content script does for whoever goes through the numbers of its frame from outside. */
export function numberHandlers(steps: () => MarkSteps | undefined) {
  return {
    readNumbers: () => Promise.resolve(ok(steps()?.read() ?? none)),
    pointOutNumber(place: NumberPlace) {
      steps()?.pointOut(place);
      return Promise.resolve(ok(undefined));
    },
    showNumber({ sentence, ...place }: NumberPlace & { sentence: string }) {
      steps()?.show(place, sentence);
      return Promise.resolve(ok(undefined));
    },
    leaveNumber() {
      steps()?.leave();
      return Promise.resolve(ok(undefined));
    },
  };
}
