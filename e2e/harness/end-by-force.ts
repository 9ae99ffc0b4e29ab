import type { BrowserContext, CDPSession } from "playwright-core";
import { z } from "zod";

const targetsSchema = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), url: z.string() })) });
const processesSchema = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.int() })) });

/** Takes the offscreen document away in the middle of whatever it does. Its own code hears of it, and the SDK in it hangs up. */
export async function closeOffscreenDocument(context: BrowserContext): Promise<void> {
  const devTools = await browserDevTools(context);
  const { targetInfos } = targetsSchema.parse(await devTools.send("Target.getTargets"));
  const offscreen = targetInfos.find(({ url }) => url.endsWith("/offscreen.html"));
  if (!offscreen) throw new Error("There is no offscreen document.");
  await devTools.send("Target.closeTarget", { targetId: offscreen.targetId });
  await devTools.detach();
}

/**
 * Stops every process of the browser, as a computer does that goes to sleep: its timers stand still, and what the network brings waits.
 * Gives the function that wakes it.
 */
export async function pauseBrowser(context: BrowserContext): Promise<() => void> {
  const devTools = await browserDevTools(context);
  const { processInfo } = processesSchema.parse(await devTools.send("SystemInfo.getProcessInfo"));
  const ids = processInfo.map(({ id }) => id);
  for (const id of ids) process.kill(id, "SIGSTOP");
  return () => {
    for (const id of ids) process.kill(id, "SIGCONT");
  };
}

/** Ends the browser by SIGKILL: it can neither say goodbye to anybody nor write anything down. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const devTools = await browserDevTools(context);
  const { processInfo } = processesSchema.parse(await devTools.send("SystemInfo.getProcessInfo"));
  const main = processInfo.find(({ type }) => type === "browser");
  if (!main) throw new Error("The browser does not tell its process.");
  const closed = context.waitForEvent("close");
  process.kill(main.id, "SIGKILL");
  await closed;
}

async function browserDevTools(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error("This Chromium has no DevTools session to offer.");
  return browser.newBrowserCDPSession();
}
