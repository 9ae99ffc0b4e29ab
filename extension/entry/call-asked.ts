import { tellFailure } from "../call/failure-words.ts";
import { i18n } from "#i18n";
import type { CountryCode, E164 } from "#shared/phone-number.ts";
import { browser } from "wxt/browser";
import type { CallClient } from "../call/call-client.ts";
import { draftStore } from "../dialer/draft.ts";
import type { Asked } from "./read-asked.ts";
import { tell } from "./tell.ts";

/**
 * Does what a person asked from outside the dialer and the cards: calls a number that is sure, lays one that is likely into the dialer to
 * be looked at, and says so when there is none. `unread` is the sentence for that.
 */
export async function callAsked(asked: Asked, { calls, unread }: { calls: CallClient; unread: string }): Promise<void> {
  switch (asked.kind) {
    case "sure":
      return callNumber(calls, asked);
    case "likely":
      return layIntoDialer({ text: asked.written, country: asked.country });
    case "unread":
      return tell(i18n.t("entry.noNumber"), unread);
  }
}

/** Opens the dialer with a text in its field, and calls nothing. */
export async function layIntoDialer({ text, country }: { text: string; country: CountryCode }): Promise<void> {
  await draftStore.write({ text, country });
  await openDialer();
}

/** Calls a number and opens the dialer on the call, or says why there is none. */
export async function callNumber(
  calls: CallClient,
  { number, extension }: { number: E164; extension: string | undefined },
): Promise<void> {
  const started = await calls.start({ to: number, ...(extension && { extension }) });
  // The dialer shows the call, or the one that is in its way, with the choice between the two.
  if (started.ok || started.error.code === "call_in_progress") await openDialer();
  else await tell(i18n.t("entry.notCalled"), tellFailure(started.error));
}

async function openDialer(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch (error) {
    // Chrome opens the popup of a window in front only, and not while another is open: the same page then gets a window of its own.
    console.debug("The popup did not open.", error);
    await browser.windows.create({ url: "/popup.html", type: "popup", width: 392, height: 640 });
  }
}
