import type { CardClient } from "./card-client.ts";
import { createHighlighter } from "./highlighter.ts";
import type { MarkSteps } from "./mark-steps.ts";
import { NumbersNews } from "./numbers-news.ts";
import type { PageFinder, PageReading } from "./page-finder.ts";
import { scanPage } from "./page-scanner.ts";
import type { PageTools } from "./published-tools.ts";
import { shadowRootOf } from "./shadow-root-of.ts";

export interface MarkingParts {
  client: CardClient;
  /** The tools, if the client has brought them into this frame. */
  broughtTools: () => PageTools | undefined;
  /** The page is not to be read any more, or never was. */
  onLeftOut: () => void;
}

/** A page whose numbers are marked. */
export interface MarkedPage {
  /** Its numbers one by one; undefined while none was found that may be one. */
  readonly steps: MarkSteps | undefined;
  /** Who wants to know when its numbers change. */
  readonly news: NumbersNews;
  /** Has the page read anew if the person wants it read otherwise by now, or no more; resolves when it was. */
  askAgain(): Promise<void>;
}

/** Marks the numbers of a page and lets them be called, until the signal aborts; then nothing of it is left. */
export function markPage(page: Window, { client, broughtTools, onLeftOut }: MarkingParts, signal: AbortSignal): MarkedPage {
  const { document } = page;
  const news = new NumbersNews({ tell: () => client.tellNumbers() }, signal);
  const highlighter = createHighlighter({ registry: CSS.highlights, onChange: () => news.handleChange() }, signal);
  let steps: MarkSteps | undefined;
  let current: { reading: PageReading; finder: PageFinder } | undefined;
  let loading: Promise<PageFinder | undefined> | undefined;
  const prepare = async (asked: { needsTools: boolean }): Promise<PageReading | undefined> => {
    const prepared = await client.prepare(asked);
    if (!prepared || signal.aborted) return undefined;
    if ("code" in prepared) {
      onLeftOut();
      return undefined;
    }
    news.want(prepared.isWatched);
    return prepared.reading;
  };
  const loadFinder = async (): Promise<PageFinder | undefined> => {
    const reading = await prepare({ needsTools: true });
    const tools = broughtTools();
    if (!reading || !tools) return undefined;
    const cardParts = { client, highlighter, scanner, finder: () => current?.finder, readAnew: askAgain };
    steps ??= tools.makeSteps({ highlighter, cards: tools.startCards(page, cardParts, signal) });
    return makeFinder(tools, reading);
  };
  const makeFinder = async (tools: PageTools, reading: PageReading): Promise<PageFinder> => {
    const finder = await tools.makeFinder(document, reading);
    current = { reading, finder };
    return finder;
  };
  const followReading = async (): Promise<boolean> => {
    // What the first finder is made with may be old by now.
    await loading;
    const reading = await prepare({ needsTools: false });
    const tools = broughtTools();
    // Before the first candidate there is nothing to read otherwise.
    if (!reading || !tools || !current) return false;
    if (!isSame(reading, current.reading)) scanner.readAnew(await makeFinder(tools, reading));
    return true;
  };
  let following = Promise.resolve(false);
  const askAgain = async (): Promise<void> => {
    // One after another: of two answers that are followed at once, the older may be the last to be done.
    following = following.then(followReading, followReading);
    if (await following) await scanner.whenRead();
  };
  const scanner = scanPage(
    document,
    {
      highlighter,
      loadFinder: () => (loading ??= loadFinder()),
      shadowRootOf,
      now: () => performance.now(),
    },
    signal,
  );
  return {
    get steps() {
      return steps;
    },
    news,
    askAgain,
  };
}

function isSame(one: PageReading, other: PageReading): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
