import { browser } from "wxt/browser";
import type { Sender } from "../platform/messenger.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { LeftOut, Preparation } from "./card-messages.ts";
import { isMarkedFrame } from "./is-marked-frame.ts";
import { isWatched } from "./numbers-watch.ts";
import { siteOf } from "./page-site.ts";
import { choicesFor, noChoices, siteChoicesStore } from "./site-choices.ts";

/**
 * Tells a frame how its numbers are to be read, and nothing of other sites; brings the page tools into it if it has none. A frame that is
 * not to be read is told that: the browser starts scripts by the address of the frame, and knows nothing of the page around it.
 */
export async function prepareFrame(
  { needsTools }: { needsTools: boolean },
  sender: Sender,
): Promise<Result<Preparation, LeftOut>> {
  if (!(await isMarkedFrame(sender))) return err({ code: "left_out" });
  if (needsTools) await loadTools(sender);
  const [{ defaultCountry }, choices] = await Promise.all([settingsStore.read(), siteChoicesStore.read()]);
  const site = siteOf(sender);
  return ok({
    reading: { userCountry: defaultCountry, choices: site ? choicesFor(choices, site) : noChoices },
    isWatched: await isWatched(sender),
  });
}

/**
 * The phone library weighs five times as much as everything else, so it comes only into frames where a number may be, and
 * from here: a script that a page could load by its address would tell the page who is reading it.
 */
async function loadTools({ tab, frameId }: Sender): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ["/page-tools.js"] });
}
