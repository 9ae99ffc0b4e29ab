import type { Browser } from "playwright-core";
import { median } from "../median.ts";
import type { Contender } from "./contenders.ts";
import type { BenchPage } from "./generated-pages.ts";
import { IsolatedPage } from "./isolated-page.ts";
import { longestStretch, type LongestStretch } from "./longest-stretch.ts";

/** What the first scan of a page took, in a process that had run nothing before. */
export interface ScanFigures extends LongestStretch {
  /** CPU of the page's main thread, painting included. */
  cpuMs: number;
  hits: number;
  /** How many times the bare walk over the text nodes. */
  ratio: number;
}

/** Scans a page by each contender in turn, again and again, so that whatever else the machine does meets all of them. */
export async function measureScans(
  browser: Browser,
  page: BenchPage,
  { contenders, rounds }: { contenders: readonly Contender[]; rounds: number },
): Promise<Record<string, ScanFigures>> {
  const taken = new Map(contenders.map(({ name }) => [name, { cpuMs: [] as number[], hits: 0, sliceMs: 0, taskMs: 0 }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const figures = taken.get(contender.name);
      const { cpuMs, hits } = await scanOnce(browser, page, contender);
      figures?.cpuMs.push(cpuMs);
      if (figures) figures.hits = hits;
    }
  }
  for (const contender of contenders) {
    const figures = taken.get(contender.name);
    if (figures) Object.assign(figures, await traceOnce(browser, page, contender));
  }
  const walkMs = median(taken.get("bare walk")?.cpuMs ?? []);
  return Object.fromEntries(
    Array.from(taken, ([name, { cpuMs, ...figures }]) => [
      name,
      { ...figures, cpuMs: median(cpuMs), ratio: median(cpuMs) / walkMs },
    ]),
  );
}

async function scanOnce(browser: Browser, { html }: BenchPage, contender: Contender): Promise<{ cpuMs: number; hits: number }> {
  return onLoadedPage(browser, html, contender, async (page) => {
    const { value, cpuMs } = await page.measure(contender.scan);
    return { hits: Number(value), cpuMs };
  });
}

async function traceOnce(browser: Browser, { html }: BenchPage, contender: Contender): Promise<LongestStretch> {
  return onLoadedPage(browser, html, contender, (page) => longestStretch(browser, page, () => page.evaluate(contender.scan)));
}

async function onLoadedPage<T>(
  browser: Browser,
  html: string,
  { script }: Contender,
  act: (page: IsolatedPage) => Promise<T>,
): Promise<T> {
  const page = await IsolatedPage.open(browser, html);
  try {
    await page.load(script);
    return await act(page);
  } finally {
    await page.close();
  }
}
