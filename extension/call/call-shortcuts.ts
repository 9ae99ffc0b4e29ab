import { browser } from "wxt/browser";
import type { CallClient } from "./call-client.ts";
import { isTalking } from "./call-state.ts";

/** The keyboard shortcuts that work anywhere in the browser; chrome://extensions/shortcuts changes them. */
export function hostShortcuts(calls: Pick<CallClient, "hangUp" | "setMuted" | "readSnapshot">): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === "hang-up") void calls.hangUp();
    if (command === "toggle-mute") void toggleMute(calls);
  });
}

async function toggleMute(calls: Pick<CallClient, "setMuted" | "readSnapshot">): Promise<void> {
  const { state } = await calls.readSnapshot();
  if (isTalking(state)) await calls.setMuted(!state.isMuted);
}
