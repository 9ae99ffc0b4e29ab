import type { E164 } from "#shared/phone-number.ts";
import { browser } from "wxt/browser";

export type DashboardRoute = "history" | "contacts" | "wallet" | "settings";
export type WelcomeStep = "connect" | "microphone" | "sites" | "try";

/** A part of the settings that something else leads to. */
export type SettingsSection = "sound";

/** Shows the dashboard in a tab, the one that is open already when there is one; of the settings, one section if it is named. */
export function openDashboard(route: DashboardRoute, section?: SettingsSection): Promise<void> {
  return openPage("options.html", section ? `#/${route}/${section}` : `#/${route}`);
}

/** Shows the dashboard's form for a new contact, with its number filled in. */
export function openContactForm(number: E164): Promise<void> {
  return openPage("options.html", `#/contacts?add=${encodeURIComponent(number)}`);
}

/** Shows the welcome page in a tab, at one of its steps. */
export function openWelcome(step: WelcomeStep): Promise<void> {
  return openPage("welcome.html", `#${step}`);
}

/** Shows the payment provider's page in a tab. Only an address of the web: whatever else a server may answer is not opened. */
export async function openCheckout(checkoutUrl: string): Promise<void> {
  if (/^https?:$/.test(new URL(checkoutUrl).protocol)) await browser.tabs.create({ url: checkoutUrl });
}

async function openPage(file: "options.html" | "welcome.html", hash: string): Promise<void> {
  const page = new URL(file, location.origin).href;
  const [open] = await browser.runtime
    .getContexts({ contextTypes: ["TAB"] })
    .then((contexts) => contexts.filter(({ documentUrl }) => documentUrl?.split("#")[0] === page));
  if (open && open.tabId >= 0) {
    await browser.tabs.update(open.tabId, { url: `${page}${hash}`, active: true });
    await browser.windows.update(open.windowId, { focused: true });
  } else {
    await browser.tabs.create({ url: `${page}${hash}` });
  }
}
