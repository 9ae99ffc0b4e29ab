import { browser } from "wxt/browser";

/** Opens the welcome page once, right after the extension was installed: there a server is connected and the microphone allowed. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void browser.tabs.create({ url: "/welcome.html" });
  });
}
