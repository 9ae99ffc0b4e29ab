import { browser } from "wxt/browser";

const path = "/offscreen.html";

// USER_MEDIA and WEB_RTC let the document live through the silence of a call; with AUDIO_PLAYBACK alone Chrome closes it after 30 s.
// https://developer.chrome.com/docs/extensions/reference/api/offscreen#type-Reason
const reasons = ["USER_MEDIA", "WEB_RTC", "AUDIO_PLAYBACK"] as const;

let creation: Promise<void> | undefined;

/** Whether the document that holds the call is there. */
export async function hasOffscreenDocument(): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] });
  return contexts.length > 0;
}

/** Makes the document unless it is there; asked twice at once it makes one. Resolves when its listeners are registered. */
export async function ensureOffscreenDocument(): Promise<void> {
  // Chrome lets an extension have one such document and rejects a second, so those who ask meanwhile await the same one.
  creation ??= createUnlessThere().finally(() => {
    creation = undefined;
  });
  await creation;
}

async function createUnlessThere(): Promise<void> {
  if (await hasOffscreenDocument()) return;
  await browser.offscreen.createDocument({
    url: path,
    reasons: [...reasons],
    justification: "Holds the microphone and the WebRTC connection of a call while its popup is closed.",
  });
}
