import { setTimeout } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import type { Dialer } from "../../e2e/harness/dialer.ts";
import { extensionUrl } from "../../e2e/harness/extension-url.ts";
import type { Caller } from "./caller.ts";

const processesSchema = z.object({ processInfo: z.array(z.object({ cpuTime: z.number() })) });

/** CPU of the whole browser in one second of talk, in milliseconds. */
export interface TalkFigures {
  bareMs: number;
  popupOpenMs: number;
  popupClosedMs: number;
}

interface Talkers {
  bare: Caller;
  ringback: Caller;
  dialer: Dialer;
}

const talkSeconds = 8;

/** Talks on a bare page, and by Ringback with its popup open and closed, with everything else as it is. */
export async function measureTalk(context: BrowserContext, { bare, ringback, dialer }: Talkers): Promise<TalkFigures> {
  await ringback.coolDown();
  await dialer.page.goto("about:blank");
  await bare.coolDown();
  await bare.call();
  const bareMs = await cpuPerSecond(context);
  await bare.hangUp();

  await ringback.call();
  const popupClosedMs = await cpuPerSecond(context);
  await dialer.page.goto(extensionUrl("popup.html"));
  await dialer.shows("Answered");
  await dialer.page.bringToFront();
  const popupOpenMs = await cpuPerSecond(context);
  await ringback.hangUp();
  return { bareMs, popupOpenMs, popupClosedMs };
}

async function cpuPerSecond(context: BrowserContext): Promise<number> {
  const before = await cpuSeconds(context);
  await setTimeout(talkSeconds * 1000);
  return ((await cpuSeconds(context)) - before) * (1000 / talkSeconds);
}

async function cpuSeconds(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error("This Chromium has no DevTools session to offer.");
  const devTools = await browser.newBrowserCDPSession();
  const { processInfo } = processesSchema.parse(await devTools.send("SystemInfo.getProcessInfo"));
  await devTools.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
