import { browser } from "wxt/browser";

/** Opens the welcome page in a tab: where a server is connected and the microphone is allowed. */
export async function openWelcomePage(): Promise<void> {
  await browser.tabs.create({ url: "/welcome.html" });
}

/** Opens the welcome page once, right after the extension was installed. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void openWelcomePage();
  });
}
