import type { Browser } from "playwright-core";
import { IsolatedPage } from "./isolated-page.ts";
import { longestStretch, type LongestStretch } from "./longest-stretch.ts";
import { phoneNumber } from "./made-up-text.ts";
import { digits, seededRandom } from "./random.ts";

const rowCount = 1000;

/** What a thousand rows that come to a page at once cost until they are read. */
export interface RowFigures extends LongestStretch {
  /** CPU of the main thread; of watchers, what comes on top of what the page itself needs for its rows. */
  cpuMs: number;
  hits: number;
}

/** A way to read what comes to a page: a script, how it starts to watch, and when it has found all it finds. */
export interface Watcher {
  name: string;
  script: string;
  watch: string;
  /** Resolves to how many it has found once all that came was read. */
  settle: string;
}

/** Appends a thousand rows with a number and an order number each, to a page that each watcher has read before. */
export async function measureRows(browser: Browser, watchers: readonly Watcher[]): Promise<Record<string, RowFigures>> {
  const nobody = { name: "nobody", script: "", watch: "0", settle: "0" };
  const alone = await append(browser, nobody);
  const figures: Record<string, RowFigures> = { nobody: alone };
  for (const watcher of watchers) {
    const { cpuMs, ...rest } = await append(browser, watcher);
    figures[watcher.name] = { ...rest, cpuMs: Math.max(0, cpuMs - alone.cpuMs) };
  }
  return figures;
}

async function append(browser: Browser, { script, watch, settle }: Watcher): Promise<RowFigures> {
  const random = seededRandom(6);
  const rows = Array.from({ length: rowCount }, () => {
    return `<tr><td>Somebody</td><td>${phoneNumber(random)}</td><td>order ${digits(random, 10)}</td></tr>`;
  });
  const html = `<!doctype html><html lang="en-US"><body><p>Call 415-555-0100</p><table><tbody></tbody></table></body></html>`;
  const act = `document.querySelector("tbody").insertAdjacentHTML("beforeend", ${JSON.stringify(rows.join(""))})`;
  const onWatchedPage = async <T>(act: (page: IsolatedPage) => Promise<T>): Promise<T> => {
    const page = await IsolatedPage.open(browser, html);
    try {
      await page.load(script);
      await page.evaluate(watch);
      return await act(page);
    } finally {
      await page.close();
    }
  };
  const { value, cpuMs } = await onWatchedPage((page) => page.measure(`${act}; ${settle}`));
  const stretch = await onWatchedPage((page) =>
    longestStretch(browser, page, async () => {
      // By the page itself: what its own scripts take is theirs.
      await page.page.evaluate(act);
      await page.evaluate(settle);
    }),
  );
  return { cpuMs, hits: Number(value), ...stretch };
}
