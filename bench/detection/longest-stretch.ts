import type { Browser } from "playwright-core";
import { z } from "zod";
import type { IsolatedPage } from "./isolated-page.ts";

const eventSchema = z.object({
  name: z.string(),
  pid: z.int(),
  tid: z.int(),
  /** Microseconds by the clock; absent from events that take no time. */
  dur: z.number().optional(),
  /** Microseconds of CPU. Its clock is read in steps, and at times says more than has passed. */
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.string().optional() }).optional(),
});
const traceSchema = z.object({ traceEvents: z.array(eventSchema) });

/** For how long the main thread of a page was held up in one go, in milliseconds of CPU. */
export interface LongestStretch {
  /** By scripts, with the style and layout that they asked for. */
  sliceMs: number;
  /** By anything, the page's own layout and painting included. */
  taskMs: number;
}

const scriptEvents = /^(?:EvaluateScript|FunctionCall|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint)$/;
const categories = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** The longest stretches of what happens while something is done, and until the page has painted it. */
export async function longestStretch(browser: Browser, page: IsolatedPage, act: () => Promise<unknown>): Promise<LongestStretch> {
  await browser.startTracing(page.page, { categories });
  await act();
  await page.settle();
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mains = new Set(traceEvents.filter(({ args }) => args?.name === "CrRendererMain").map(threadOf));
  const longest = (names: RegExp): number =>
    Math.max(0, ...traceEvents.map((event) => (names.test(event.name) && mains.has(threadOf(event)) ? cpuOf(event) : 0))) / 1000;
  return { sliceMs: longest(scriptEvents), taskMs: longest(/RunTask$/) };
}

/** No event can take more CPU than time. */
function cpuOf({ dur = 0, tdur = 0 }: z.infer<typeof eventSchema>): number {
  return Math.min(dur, tdur);
}

function threadOf({ pid, tid }: { pid: number; tid: number }): string {
  return `${pid}:${tid}`;
}
