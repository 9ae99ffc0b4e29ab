import type { CardSessionParts, PageCards } from "./card-session.ts";
import type { MarkSteps, MarkStepsParts } from "./mark-steps.ts";
import type { PageFinder, PageReading } from "./page-finder.ts";

/** What a page with numbers needs and one without does not: it comes into a frame with its first candidate. */
export interface PageTools {
  /** Makes the finder for a page, out of what the page shows of its country and of what the person who reads it said. */
  makeFinder(page: Document, reading: PageReading): Promise<PageFinder>;
  /** Opens cards over the numbers pointed at, until the signal aborts. */
  startCards(page: Window, parts: CardSessionParts, signal: AbortSignal): PageCards;
  /** Goes through the marks of the frame for whoever is not pointing at one. */
  makeSteps(parts: MarkStepsParts): MarkSteps;
}

// The scripts of one extension share one global object in a frame, and no page sees it. The service worker adds the tools
// to that world, and the content script finds them there by this name.
const name = Symbol.for("page tools");

interface World {
  [name]?: PageTools;
}

export function publishTools(tools: PageTools): void {
  (globalThis as World)[name] = tools;
}

/** The tools, once they were loaded into this frame. */
export function publishedTools(): PageTools | undefined {
  return (globalThis as World)[name];
}
