import { i18n } from "#i18n";
import { browser, type Browser } from "wxt/browser";
import { readTabNumbers, showNumber } from "../detection/tab-numbers.ts";
import { nextNumber, type StepDirection } from "./next-number.ts";
import { tell } from "./tell.ts";

/**
 * Steps through the marked numbers of the page in front by keyboard; runs in the service worker, and is called as soon as that starts.
 * Where a person stands is kept by the page, so that a worker that was stopped goes on from there.
 */
export function hostStepCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "next-number") void inTurn(() => step("next", tab));
    if (command === "previous-number") void inTurn(() => step("previous", tab));
  });
}

/** A key that is held down repeats, and each step must see where the one before has led. */
async function inTurn(step: () => Promise<void>): Promise<void> {
  await navigator.locks.request("step-numbers", step);
}

async function step(direction: StepDirection, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const next = tab?.id === undefined ? undefined : nextNumber(await readTabNumbers(tab.id), direction);
  if (tab?.id !== undefined && next)
    await showNumber(tab.id, next.place, i18n.t("entry.position", { position: next.position, total: next.total }));
  else await tell(i18n.t("entry.nothingMarked"), i18n.t("entry.nothingMarkedText"));
}
