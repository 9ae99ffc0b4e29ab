import { expect } from "@playwright/test";
import type { Screen } from "../screen.ts";

export const sidePanelScreens: readonly Screen[] = [
  {
    name: "side-panel-idle",
    state: "Nothing typed yet",
    async show({ open }) {
      const page = await open("sidepanel.html");
      await expect(page.locator(".caller-id")).toBeVisible();
      return page;
    },
  },
  {
    name: "side-panel-talking",
    state: "Talking",
    async show({ dialer, open }) {
      await dialer.call("+14155550100");
      await dialer.shows("Answered");
      const page = await open("sidepanel.html");
      await expect(page.getByRole("timer")).toBeVisible();
      return page;
    },
  },
];
