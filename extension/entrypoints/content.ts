import { defineContentScript } from "wxt/utils/define-content-script";
import { serveFrame } from "../detection/serve-frame.ts";
import "../detection/marks.css";

export default defineContentScript({
  // Where it runs is the person's choice at run time: detection/site-host.ts registers it.
  registration: "runtime",
  matches: [],
  cssInjectionMode: "manual",
  // A newer script of ours is known by an event; a message beside it would be heard by the page's own listeners.
  noScriptStartedPostMessage: true,
  main: ({ signal }) => serveFrame(window, signal),
});
