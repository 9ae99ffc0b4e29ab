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

/** A page of somebody else's with a number on it, marked by the extension, that is clicked. */
export async function openRingbackCaller(
  context: BrowserContext,
  { dialer, pageUrl, text, clock }: { dialer: Dialer; pageUrl: string; text: string; clock: WireClock },
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
    name: "Ringback",
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
      await page.mouse.click(point.x, point.y);
      watched ??= await watch();
      const { offscreen, wire } = watched;
      const audibleAtMs = await waitFor("Ringback hears the far end", async () =>
        z
          .number()
          .optional()
          .parse(await offscreen.evaluate("measuring.audibleAtMs")),
      );
      const ringingAtMs = await waitFor("the far end rings", async () => wire.arrivedAtMs("ringing"));
      const clickedAtMs = await page.evaluate(() => (globalThis as MeasuredWindow).measuring.clickedAtMs);
      if (clickedAtMs === undefined) throw new Error("The page was not clicked.");
      return { ringingMs: ringingAtMs - clickedAtMs, audibleMs: audibleAtMs - clickedAtMs };
    },
    async hangUp() {
      await dialer.shows("Answered");
      await dialer.hangUp();
      await dialer.shows("Ended");
    },
  };
}

async function hasDocument(dialer: Dialer): Promise<boolean> {
  return dialer.page.evaluate(
    async () => (await chrome.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] })).length > 0,
  );
}
