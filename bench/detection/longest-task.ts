import type { Browser } from "playwright-core";
import { z } from "zod";
import type { IsolatedPage } from "./isolated-page.ts";

const eventSchema = z.object({
  name: z.string(),
  pid: z.int(),
  tid: z.int(),
  /** Microseconds of CPU; absent from events that take no time. */
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.string().optional() }).optional(),
});
const traceSchema = z.object({ traceEvents: z.array(eventSchema) });

/**
 * The milliseconds of CPU of the longest task that the main thread of a page had while something was done: for so long it could
 * neither scroll nor answer.
 */
export async function longestTaskMs(browser: Browser, page: IsolatedPage, act: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page.page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await act();
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mains = new Set(traceEvents.filter(({ args }) => args?.name === "CrRendererMain").map(threadOf));
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && mains.has(threadOf(event)));
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

function threadOf({ pid, tid }: { pid: number; tid: number }): string {
  return `${pid}:${tid}`;
}
