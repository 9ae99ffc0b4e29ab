import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import { settingsStore } from "../platform/settings-store.ts";
import { applyDialerPlace, openInPopup, openInSidePanel } from "./open-dialer.ts";

const panelItem = "open-side-panel";
const popupItem = "open-popup";

/**
 * Keeps the toolbar button to the place that the person chose for the dialer, and has the other place in the button's own menu. Called
 * in the worker's first turn. The browser forgets at each start that the button has no popup, and is told again.
 */
export function hostDialerPlace(): void {
  settingsStore.watch(({ dialerPlace }) => void applyDialerPlace(dialerPlace), new AbortController().signal);
  browser.runtime.onStartup.addListener(() => void apply());
  void apply();
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === panelItem && tab) void openInSidePanel(tab.windowId);
    if (menuItemId === popupItem) void openInPopup();
  });
}

async function apply(): Promise<void> {
  await applyDialerPlace((await settingsStore.read()).dialerPlace);
}

/** Puts the places into the button's menu; called by whoever makes the menus anew. */
export function createPlaceItems(): void {
  browser.contextMenus.create({ id: panelItem, title: i18n.t("dialer.place.openPanel"), contexts: ["action"] });
  browser.contextMenus.create({ id: popupItem, title: i18n.t("dialer.place.openPopup"), contexts: ["action"] });
}
