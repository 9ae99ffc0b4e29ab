import type { Sender } from "../platform/messenger.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { pageListChannel } from "./card-messages.ts";

/**
 * Whether somebody wants to know of a frame's numbers: the toolbar button that counts them, or an open dialer, which is told on the way
 * that they have changed. Nothing is kept of who watches, so nobody has to say when they stop.
 */
export async function isWatched({ tab }: Sender): Promise<boolean> {
  if (tab?.id === undefined) return false;
  const told = await pageListChannel.send("numbersChanged", { tabId: tab.id });
  return told.ok || (await settingsStore.read()).toolbarCount;
}
