import { browser } from "wxt/browser";

/** Tells why something that was asked for outside every page of the extension was not done. */
export async function tell(title: string, message: string): Promise<void> {
  await browser.notifications.create("not-done", { type: "basic", iconUrl: "/icon/128.png", title, message });
}
