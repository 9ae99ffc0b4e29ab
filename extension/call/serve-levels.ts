import { browser } from "wxt/browser";
import { isOwnPage } from "../platform/messenger.ts";
import { createLevelFeed, type LevelFeed } from "./level-feed.ts";
import { levelPortName, type ShownLevels } from "./level-port.ts";

/** Serves the levels to the extension's own pages, for as long as each keeps its port open. Nothing of it is stored. */
export function serveLevels(steadyNow: () => number): Pick<LevelFeed, "tell"> {
  const feed = createLevelFeed(steadyNow);
  browser.runtime.onConnect.addListener((port) => {
    // A content script may open ports, too, and shares its process with a stranger's page.
    if (port.name !== levelPortName || !port.sender || !isOwnPage(port.sender)) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end, and no origin to name
    const tell = (levels: ShownLevels) => port.postMessage(levels);
    feed.add(tell);
    port.onDisconnect.addListener(() => feed.remove(tell));
  });
  return feed;
}
