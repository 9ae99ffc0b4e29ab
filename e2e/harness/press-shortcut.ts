import type { BrowserContext } from "playwright-core";

/** Gives the worker the event of a keyboard shortcut, which only the browser's own windows can make. The page is that of 127.0.0.1. */
export async function pressShortcut(context: BrowserContext, command: string): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("There is no service worker.");
  await worker.evaluate(async (command) => {
    const [tab] = await chrome.tabs.query({ url: "http://127.0.0.1/*" });
    const onCommand = chrome.commands.onCommand as unknown as { dispatch: (command: string, tab: unknown) => void };
    onCommand.dispatch(command, tab);
  }, command);
}
