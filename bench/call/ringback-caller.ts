import { setTimeout } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import type { Dialer } from "../../e2e/harness/dialer.ts";
import { MarkedPage } from "../../e2e/harness/marked-page.ts";
import { OffscreenSession } from "../../e2e/harness/offscreen-session.ts";
import { waitFor, type Caller } from "./caller.ts";
import { measuringScript, type Measuring } from "./measuring-script.ts";
import { WireWatch, type WireClock } from "./wire-watch.ts";

type MeasuredWindow = typeof globalThis & { measuring: Measuring };

interface Watched {
  offscreen: OffscreenSession;
  wire: WireWatch;
}

interface ClickedNumber {
  /** What the tables call it. */
  name: string;
  /** A part of the number as it stands on the page. */
  text: string;
}

interface RingbackParts extends ClickedNumber {
  dialer: Dialer;
  pageUrl: string;
  clock: WireClock;
}

// From the pointer's coming to the press: nobody clicks what has just come under the pointer, and its card comes after 220 ms.
const dwellMs = 500;

/** A page of somebody else's with a number on it, marked by the extension, that is pointed at and clicked. */
export async function openRingbackCaller(
  context: BrowserContext,
  { name, text, dialer, pageUrl, clock }: RingbackParts,
): Promise<Caller> {
  const page = await context.newPage();
  await page.addInitScript(measuringScript);
  await page.goto(pageUrl);
  const marked = new MarkedPage(page);
  await marked.isMarked(text);
  let watched: Watched | undefined;

  async function watch(): Promise<Watched> {
    const offscreen = await waitFor("there is an offscreen document", () => OffscreenSession.find(context));
    const wire = await WireWatch.on(offscreen, clock);
    await offscreen.evaluate(measuringScript);
    return { offscreen, wire };
  }

  async function letGo(): Promise<void> {
    await watched?.offscreen.stop();
    watched = undefined;
  }

  return {
    name,
    async warmUp() {
      if (!(await hasDocument(dialer))) throw new Error("There is nothing warm: a call has to come first.");
      watched ??= await watch();
    },
    async coolDown() {
      await letGo();
      await dialer.page.evaluate(async () => {
        if ((await chrome.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] })).length > 0)
          await chrome.offscreen.closeDocument();
      });
    },
    async call() {
      const point = await marked.whereMarked(text);
      watched?.wire.reset();
      await watched?.offscreen.evaluate("measuring.reset()");
      await page.evaluate(() => (globalThis as MeasuredWindow).measuring.reset());
      await page.mouse.move(point.x, point.y);
      await setTimeout(dwellMs);
      watched ??= await watch();
      await page.mouse.click(point.x, point.y);
      const { offscreen, wire } = watched;
      const audibleAtMs = await waitFor("Ringback hears the far end", async () =>
        z
          .number()
          .optional()
          .parse(await offscreen.evaluate("measuring.audibleAtMs")),
      );
      const ringingAtMs = await waitFor("the far end rings", async () => wire.arrivedAtMs("ringing"));
      await page.mouse.move(1, 1);
      const clickedAtMs = await page.evaluate(() => (globalThis as MeasuredWindow).measuring.clickedAtMs);
      if (clickedAtMs === undefined) throw new Error("The page was not clicked.");
      return { ringingMs: ringingAtMs - clickedAtMs, audibleMs: audibleAtMs - clickedAtMs };
    },
    async hangUp() {
      await dialer.shows("Answered");
      await dialer.hangUp();
      await dialer.shows("Ended");
      // The card shows the call that is over until somebody closes it.
      await page.bringToFront();
      await page.keyboard.press("Escape");
    },
  };
}

async function hasDocument(dialer: Dialer): Promise<boolean> {
  return dialer.page.evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] })).length > 0,
  );
}
