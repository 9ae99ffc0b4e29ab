import { defineContentScript } from "wxt/utils/define-content-script";
import { createCardClient } from "../detection/card-client.ts";
import { marksChannel } from "../detection/card-messages.ts";
import { numberHandlers } from "../detection/number-handlers.ts";
import { markPage } from "../detection/mark-page.ts";
import { publishedTools } from "../detection/published-tools.ts";
import "../detection/marks.css";
import { ok } from "#shared/result.ts";

export default defineContentScript({
  // Where it runs is the person's choice at run time: detection/site-host.ts registers it.
  registration: "runtime",
  matches: [],
  cssInjectionMode: "manual",
  main({ signal }) {
    const stopped = new AbortController();
    const running = AbortSignal.any([signal, stopped.signal]);
    const stopServing = marksChannel.serve({
      stop() {
        stopped.abort();
        return Promise.resolve(ok(undefined));
      },
      async askAgain() {
        await marked.askAgain();
        return ok(undefined);
      },
      ...numberHandlers(() => marked.steps),
    });
    running.addEventListener("abort", stopServing);
    const marked = markPage(window, { client: createCardClient(), broughtTools: publishedTools }, running);
  },
});
