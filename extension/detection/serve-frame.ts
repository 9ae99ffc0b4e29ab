import { ok } from "#shared/result.ts";
import { createCardClient } from "./card-client.ts";
import { marksChannel } from "./card-messages.ts";
import { endWithExtension, onComeBack, onceShown } from "./frame-life.ts";
import { hasComeLate, noteRunning } from "./frame-notes.ts";
import { markPage } from "./mark-page.ts";
import { numberHandlers } from "./number-handlers.ts";
import { publishedTools } from "./published-tools.ts";
import { watchSelection } from "./watch-selection.ts";

/** Marks the numbers of a frame, from when it is first shown until the site is left, the extension is gone, or the signal aborts. */
export function serveFrame(page: Window, signal: AbortSignal): void {
  onceShown(page.document, () => mark(page, signal), signal);
}

function mark(page: Window, signal: AbortSignal): void {
  const stopped = new AbortController();
  const running = AbortSignal.any([signal, stopped.signal]);
  const stop = (): void => stopped.abort();
  const client = createCardClient();
  noteRunning(running);
  const marked = markPage(page, { client, broughtTools: publishedTools, onLeftOut: stop }, running);
  const stopServing = marksChannel.serve({
    stop() {
      stop();
      return Promise.resolve(ok(undefined));
    },
    async askAgain() {
      await marked.askAgain();
      return ok(undefined);
    },
    watchNumbers() {
      marked.news.want(true);
      return Promise.resolve(ok(undefined));
    },
    ...numberHandlers(() => marked.steps),
  });
  running.addEventListener("abort", stopServing);
  watchSelection(page, (selected) => void client.tellSelection(selected), running);
  endWithExtension(page, stop, running);
  onComeBack(page, () => void comeBack(), running);
  page.addEventListener("pagehide", leave, { signal: running });

  /** What was said while the page slept was not heard. */
  async function comeBack(): Promise<void> {
    await marked.askAgain();
    marked.news.handleChange();
  }

  function leave(): void {
    marked.news.handleLeave();
    if (page === page.top && hasComeLate()) void client.leavePage();
  }
}
