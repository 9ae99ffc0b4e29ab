import { expect } from "@playwright/test";
import type { Screen } from "../screen.ts";

/** A few screens that show what a language, a zoom or a person's own colours do to all of them. Found by no words, which differ. */
export function sampleScreens(kind: string): readonly Screen[] {
  return [
    {
      name: `${kind}-idle`,
      state: "The dialer",
      async show({ dialer }) {
        await dialer.page.locator(".number-input").fill("+14155550100");
        await expect(dialer.page.locator(".destination-rate")).toBeVisible();
        return dialer.page;
      },
    },
    {
      name: `${kind}-talking`,
      state: "Talking",
      async show({ dialer }) {
        await dialer.page.keyboard.press("Enter");
        await expect(dialer.page.locator(".in-call")).toBeVisible();
        await expect(dialer.timer()).toBeVisible();
        return dialer.page;
      },
    },
    {
      name: `${kind}-ended`,
      state: "After a call",
      async show({ dialer }) {
        await dialer.page.locator(".button-stop, .hang-up").last().click();
        await expect(dialer.timer()).toHaveCount(0);
        return dialer.page;
      },
    },
    ...["history", "settings"].map((route) => ({
      name: `${kind}-${route}`,
      state: route === "history" ? "History" : "Settings",
      async show({ open }: Parameters<Screen["show"]>[0]) {
        const page = await open(`options.html#/${route}`);
        await page.reload();
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator(".skeleton")).toHaveCount(0);
        return page;
      },
    })),
  ];
}
