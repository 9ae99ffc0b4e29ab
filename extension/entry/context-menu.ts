import { i18n } from "#i18n";
import { browser, type Browser } from "wxt/browser";
import type { CallClient } from "../call/call-client.ts";
import type { FrameNews } from "../detection/card-host.ts";
import { siteOf } from "../detection/page-site.ts";
import { choicesFor, siteChoicesStore } from "../detection/site-choices.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { createPlaceItems } from "../shell/host-dialer-place.ts";
import { callAsked } from "./call-asked.ts";
import { readLink, type AskedOn } from "./read-asked.ts";
import { readChosen, selectionItem, selectionItemOf, showSelectionItem, titleOf } from "./selection-item.ts";

const linkItem = "call-link";

type Clicked = Browser.contextMenus.OnClickData;

/** What the context menu is told by pages. */
export interface ContextMenu {
  handleSelection: FrameNews["onSelection"];
}

/**
 * Calls selected text and the number of a link from the context menu, on any page; runs in the service worker, and is called as soon as
 * that starts. The browser hands over what was selected when the item is chosen, and so no page has to be read for it. Pages that are read
 * tell before, so that the item names the number, or is not there when there is none.
 */
export function hostContextMenu(calls: CallClient): ContextMenu {
  browser.runtime.onInstalled.addListener(() => void createItems());
  // The browser keeps the items, and may have been started in another language.
  browser.runtime.onStartup.addListener(() => void createItems());
  browser.contextMenus.onClicked.addListener((clicked) => void handleClick(clicked, calls));
  return {
    async handleSelection(selected, sender) {
      const on = await readChoicesOf(siteOf(sender) ?? "");
      // What a page tells last must be what the menu shows last.
      await navigator.locks.request("selection-item", () => showSelectionItem(selectionItemOf(selected, on)));
    },
  };
}

async function createItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  createPlaceItems();
  browser.contextMenus.create({ id: selectionItem, title: titleOf({ kind: "any" }), contexts: ["selection"] });
  browser.contextMenus.create({
    id: linkItem,
    title: i18n.t("entry.callLink"),
    contexts: ["link"],
    targetUrlPatterns: ["tel:*", "callto:*"],
  });
}

async function handleClick(clicked: Clicked, calls: CallClient): Promise<void> {
  const { frameUrl, pageUrl } = clicked;
  const on = await readChoicesOf(hostOf(frameUrl) ?? hostOf(pageUrl) ?? "");
  if (clicked.menuItemId === linkItem)
    await callAsked(readLink(clicked.linkUrl ?? "", on), { calls, unread: i18n.t("entry.linkIsNoNumber") });
  else if (clicked.menuItemId === selectionItem)
    await callAsked(await readChosen(clicked.selectionText ?? "", on), {
      calls,
      unread: i18n.t("entry.selectionIsNoNumber"),
    });
}

async function readChoicesOf(host: string): Promise<AskedOn> {
  const [{ defaultCountry }, choices] = await Promise.all([settingsStore.read(), siteChoicesStore.read()]);
  return { host, userCountry: defaultCountry, choices: choicesFor(choices, host) };
}

function hostOf(address: string | undefined): string | undefined {
  return address && /^https?:/.test(address) && URL.canParse(address) ? new URL(address).hostname : undefined;
}
