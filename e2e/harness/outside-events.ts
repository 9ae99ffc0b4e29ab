import type { BrowserContext, Worker } from "playwright-core";

interface Clicked {
  menuItemId: string;
  selectionText?: string;
  linkUrl?: string;
}

/** Chooses an item of the context menu, which is the browser's own and out of a program's reach: the worker gets the event that it would get. */
export async function chooseFromContextMenu(context: BrowserContext, clicked: Clicked): Promise<void> {
  await workerOf(context).evaluate((clicked) => {
    const onClicked = chrome.contextMenus.onClicked as unknown as { dispatch: (clicked: unknown) => void };
    onClicked.dispatch({ editable: false, ...clicked });
  }, clicked);
}

/** Gives the worker the event of a text entered after the keyword: the address bar is out of a program's reach. */
export async function enterInAddressBar(context: BrowserContext, text: string): Promise<void> {
  await workerOf(context).evaluate((text) => {
    const onEntered = chrome.omnibox.onInputEntered as unknown as { dispatch: (text: string) => void };
    onEntered.dispatch(text);
  }, text);
}

/** Has the browser say that another version of the extension is ready. */
export async function offerUpdate(context: BrowserContext): Promise<void> {
  await workerOf(context).evaluate(() => {
    const onUpdateAvailable = chrome.runtime.onUpdateAvailable as unknown as { dispatch: (details: unknown) => void };
    onUpdateAvailable.dispatch({ version: "99.0.0" });
  });
}

/** The extension's service worker. */
export function workerOf(context: BrowserContext): Worker {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("There is no service worker.");
  return worker;
}
