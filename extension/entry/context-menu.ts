import { i18n } from "#i18n";
import { browser, type Browser } from "wxt/browser";
import type { CallClient } from "../call/call-client.ts";
import { choicesFor, siteChoicesStore } from "../detection/site-choices.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { createPlaceItems } from "../shell/host-dialer-place.ts";
import { callAsked } from "./call-asked.ts";
import { readLink, readSelection, type AskedOn } from "./read-asked.ts";

const selectionItem = "call-selection";
const linkItem = "call-link";

type Clicked = Browser.contextMenus.OnClickData;

/**
 * Calls selected text and the number of a link from the context menu, on any page; runs in the service worker, and is called as soon as
 * that starts. The browser hands over what was selected when the item is chosen, and so no page has to be read for it.
 */
export function hostContextMenu(calls: CallClient): void {
  browser.runtime.onInstalled.addListener(() => void createItems());
  // The browser keeps the items, and may have been started in another language.
  browser.runtime.onStartup.addListener(() => void createItems());
  browser.contextMenus.onClicked.addListener((clicked) => void handleClick(clicked, calls));
}

async function createItems(): Promise<void> {
  await browser.contextMenus.removeAll();
  createPlaceItems();
  // The browser itself puts the selected text for %s.
  browser.contextMenus.create({
    id: selectionItem,
    title: i18n.t("entry.callSelected", { text: "%s" }),
    contexts: ["selection"],
  });
  browser.contextMenus.create({
    id: linkItem,
    title: i18n.t("entry.callLink"),
    contexts: ["link"],
    targetUrlPatterns: ["tel:*", "callto:*"],
  });
}

async function handleClick(clicked: Clicked, calls: CallClient): Promise<void> {
  const on = await readWhere(clicked);
  if (clicked.menuItemId === linkItem)
    await callAsked(readLink(clicked.linkUrl ?? "", on), { calls, unread: i18n.t("entry.linkIsNoNumber") });
  else if (clicked.menuItemId === selectionItem)
    await callAsked(readSelection(clicked.selectionText ?? "", on), {
      calls,
      unread: i18n.t("entry.selectionIsNoNumber"),
    });
}

async function readWhere({ frameUrl, pageUrl }: Clicked): Promise<AskedOn> {
  const [{ defaultCountry }, choices] = await Promise.all([settingsStore.read(), siteChoicesStore.read()]);
  const host = hostOf(frameUrl) ?? hostOf(pageUrl) ?? "";
  return { host, userCountry: defaultCountry, choices: choicesFor(choices, host) };
}

function hostOf(address: string | undefined): string | undefined {
  return address && /^https?:/.test(address) && URL.canParse(address) ? new URL(address).hostname : undefined;
}
