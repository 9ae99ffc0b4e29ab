import type { BrowserContext } from "playwright-core";
import { MarkedPage } from "./harness/marked-page.ts";
import { PageCard } from "./harness/page-card.ts";
import { isRead } from "./harness/page-marks.ts";
import { PageWatch } from "./harness/page-watch.ts";
import { expect, test } from "./harness/ringback-test.ts";

for (const { file, last } of [
  { file: "marks.html", last: "415-555-0199" },
  { file: "shadow-roots.html", last: "415-555-0142" },
  { file: "confusers.html", last: "415-555-0199" },
]) {
  test(`${file}: marking changes no node, and of a card that closed nothing stays`, async ({ browserContext, pages }) => {
    const { marked, watch } = await openWatched(browserContext, `${pages.url}/${file}`);
    const card = await PageCard.on(marked.page);
    const asParsed = await watch.asParsed();
    await marked.isMarked(last);
    expect(await watch.takeChanges()).toEqual([]);
    expect(await watch.serialise()).toBe(asParsed);

    await marked.hoverNumber(last);
    await card.shows("Call");
    expect(await watch.takeChanges()).toEqual(["childList HTML +DIV"]);
    await marked.page.keyboard.press("Escape");
    await card.isClosed();
    expect(await watch.takeChanges()).toEqual(["childList HTML -DIV"]);
    expect(await watch.serialise()).toBe(asParsed);
    expect(await isRead(marked.page)).toBe(true);
  });
}

async function openWatched(context: BrowserContext, url: string): Promise<{ marked: MarkedPage; watch: PageWatch }> {
  const page = await context.newPage();
  const watch = await PageWatch.start(page);
  await page.goto(url);
  return { marked: new MarkedPage(page), watch };
}
