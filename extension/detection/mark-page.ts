import type { CardClient } from "./card-client.ts";
import { createCardSession } from "./card-session.ts";
import { createHighlighter } from "./highlighter.ts";
import { scanPage } from "./page-scanner.ts";
import type { MakeFinder } from "./published-finder.ts";

export interface MarkingParts {
  client: CardClient;
  /** The finder, if the client has brought it into this frame. */
  broughtFinder: () => MakeFinder | undefined;
}

/** Marks the numbers of a page and lets them be called, until the signal aborts; then nothing of it is left. */
export function markPage(page: Window, { client, broughtFinder }: MarkingParts, signal: AbortSignal): void {
  const { document } = page;
  const highlighter = createHighlighter(CSS.highlights, signal);
  const loadFinder = async () => {
    const prepared = await client.prepare();
    return prepared && broughtFinder()?.(document, prepared.userCountry);
  };
  const scanner = scanPage(document, { highlighter, loadFinder, now: () => performance.now() }, signal);
  createCardSession(page, { client, highlighter, scanner }, signal);
}
