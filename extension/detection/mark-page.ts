import type { CardClient } from "./card-client.ts";
import { createHighlighter } from "./highlighter.ts";
import { scanPage } from "./page-scanner.ts";
import type { PageTools } from "./published-tools.ts";
import { shadowRootOf } from "./shadow-root-of.ts";

export interface MarkingParts {
  client: CardClient;
  /** The tools, if the client has brought them into this frame. */
  broughtTools: () => PageTools | undefined;
}

/** Marks the numbers of a page and lets them be called, until the signal aborts; then nothing of it is left. */
export function markPage(page: Window, { client, broughtTools }: MarkingParts, signal: AbortSignal): void {
  const { document } = page;
  const highlighter = createHighlighter(CSS.highlights, signal);
  const loadFinder = async () => {
    const prepared = await client.prepare();
    const tools = broughtTools();
    if (!prepared || !tools || signal.aborted) return undefined;
    tools.startCards(page, { client, highlighter, scanner }, signal);
    return tools.makeFinder(document, prepared.userCountry);
  };
  const scanner = scanPage(document, { highlighter, loadFinder, shadowRootOf, now: () => performance.now() }, signal);
}
