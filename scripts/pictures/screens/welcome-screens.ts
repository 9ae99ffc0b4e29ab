import { expect } from "@playwright/test";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";

export const welcomeScreens: readonly Screen[] = [
  { name: "welcome-connect", state: "Connect to a server", show: (stage) => step(stage, "connect") },
  { name: "welcome-microphone", state: "Allow the microphone", show: (stage) => step(stage, "microphone") },
  { name: "welcome-sites", state: "Choose the sites", show: (stage) => step(stage, "sites") },
  { name: "welcome-try", state: "The first call", show: (stage) => step(stage, "try") },
  {
    name: "welcome-stranger",
    state: "Connect, before anybody has signed in",
    async show(stage) {
      const page = await step(stage, "connect");
      await page.evaluate(() => chrome.storage.local.remove("session"));
      await page.reload();
      await expect(page.getByText("Use another server").or(page.getByLabel("Server address")).first()).toBeVisible();
      return page;
    },
  },
];

async function step({ open }: Stage, name: string) {
  const page = await open(`welcome.html#${name}`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}
