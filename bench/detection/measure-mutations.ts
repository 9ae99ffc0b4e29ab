import type { Browser } from "playwright-core";
import { median } from "../median.ts";
import { bundle } from "./bundle.ts";
import { IsolatedPage } from "./isolated-page.ts";
import { phoneNumber } from "./made-up-text.ts";
import { seededRandom } from "./random.ts";

const markCount = 2000;
const mutationCount = 10_000;

/** What 10,000 changes of a page cost the page itself, with nobody there and with 2,000 of its numbers marked, static or live. */
export interface MutationFigures {
  noneMs: number;
  ringbackMs: number;
  /** The same marks as live ranges, which is what most highlighters use. */
  liveRangesMs: number;
}

/** Changes a page from its own world, where only the page's own time counts: what is done about it afterwards is done in slices. */
export async function measureMutations(browser: Browser, rounds: number): Promise<MutationFigures> {
  const random = seededRandom(7);
  const rows = Array.from({ length: markCount }, () => `<p>Call ${phoneNumber(random)}<span>0</span></p>`).join("");
  const html = `<!doctype html><html lang="en-US"><body>${rows}</body></html>`;
  const script = await bundle("scan-entry.ts");
  const timesMs = { none: [] as number[], ringback: [] as number[], live: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    timesMs.none.push(await mutate(browser, html, { script: "", prepare: "0" }));
    timesMs.ringback.push(await mutate(browser, html, { script, prepare: "ringback.scan()" }));
    timesMs.live.push(await mutate(browser, html, { script: "", prepare: holdLiveRanges }));
  }
  return { noneMs: median(timesMs.none), ringbackMs: median(timesMs.ringback), liveRangesMs: median(timesMs.live) };
}

const holdLiveRanges = `(() => {
  const highlight = new Highlight();
  for (const { firstChild } of document.querySelectorAll("p")) {
    const range = document.createRange();
    range.setStart(firstChild, 5);
    range.setEnd(firstChild, firstChild.length);
    highlight.add(range);
  }
  CSS.highlights.set("live", highlight);
  return highlight.size;
})()`;

async function mutate(browser: Browser, html: string, { script, prepare }: { script: string; prepare: string }): Promise<number> {
  const page = await IsolatedPage.open(browser, html);
  try {
    await page.load(script);
    await page.evaluate(prepare);
    return await page.page.evaluate((count) => {
      const spans = [...document.querySelectorAll("span")];
      const startedMs = performance.now();
      for (let index = 0; index < count; index += 1) {
        const span = spans[index % spans.length];
        if (index % 2 === 0) span?.firstChild?.replaceWith(String(index));
        else span?.append(" ");
      }
      return performance.now() - startedMs;
    }, mutationCount);
  } finally {
    await page.close();
  }
}
