import { browser } from "wxt/browser";
import { createStoredItem } from "../platform/stored-item.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { isLive } from "./call-state.ts";
import { inTurn } from "./in-turn.ts";
import { storedSnapshot } from "./stored-snapshot.ts";

/** Whether Chrome has another version of the extension to put in this one's place. */
const isUpdateWaiting = createStoredItem<boolean>({
  area: "session",
  key: "isUpdateWaiting",
  parse: (stored) => stored === true,
});

/** Holds an update back while somebody talks: it would end the call. Called in the worker's first turn. */
export function hostUpdates(): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void inTurn(() => isUpdateWaiting.write(true));
    void inTurn(look);
  });
  // The page that was in the way may have been closed meanwhile.
  void inTurn(look);
}

async function look(): Promise<void> {
  await updateWhenFree(await storedSnapshot.read());
}

/** Lets a waiting update in once no call is on and none of our pages would close under somebody's hands. */
export async function updateWhenFree({ state, freshness }: CallSnapshot): Promise<void> {
  // "none" after the end of a call means that its record is home.
  if (isLive(state) || freshness !== "none" || !(await isUpdateWaiting.read())) return;
  const pages = await browser.runtime.getContexts({ contextTypes: ["POPUP", "TAB", "SIDE_PANEL"] });
  // With a page open Chrome waits by itself, and updates when the last of them is closed.
  if (pages.length === 0) browser.runtime.reload();
}
