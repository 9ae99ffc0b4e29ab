import { browser } from "wxt/browser";
import type { DialerPlace } from "../platform/settings.ts";

const popup = "popup.html";

/** Where the page that this runs in shows the dialer. */
export function dialerPlaceHere(): DialerPlace {
  return document.documentElement.dataset["place"] === "side-panel" ? "side-panel" : "popup";
}

/** Shows the dialer in a window's side panel. Must be called straight from a click: the browser opens it for nobody else. */
export function openInSidePanel(windowId: number): Promise<void> {
  return browser.sidePanel.open({ windowId });
}

/** Shows the dialer under the toolbar button, wherever that button opens it else. */
export async function openInPopup(): Promise<void> {
  const usual = await browser.action.getPopup({});
  await browser.action.setPopup({ popup });
  await browser.action.openPopup();
  await browser.action.setPopup({ popup: usual });
}

/** Has the toolbar button open the dialer in its place. A popup that is set comes before the panel, so there is none then. */
export async function applyDialerPlace(place: DialerPlace): Promise<void> {
  await browser.action.setPopup({ popup: place === "popup" ? popup : "" });
  await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: place === "side-panel" });
}
