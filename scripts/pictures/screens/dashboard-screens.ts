import { expect } from "@playwright/test";
import type { Page } from "playwright-core";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";

export const dashboardScreens: readonly Screen[] = [
  {
    name: "history",
    state: "History",
    async show(stage) {
      const numbers = ["+12125550101", "+14155550103", "+12125550104", "+14155550106", "+12125550102"];
      for (const number of numbers) {
        await stage.dialer.page.bringToFront();
        await stage.dialer.call(number);
        await expect(stage.dialer.status()).toHaveText(/Ended|Failed/, { timeout: 20_000 });
        await stage.dialer.page.getByRole("button", { name: /^(Done|Close)$/ }).click();
      }
      const page = await openAt(stage, "history");
      await expect(page.locator(".history tbody tr:has(.history-open)")).toHaveCount(numbers.length);
      return page;
    },
  },
  {
    name: "history-details",
    state: "All that is known of a call",
    async show(stage) {
      const page = await openAt(stage, "history");
      await page.getByRole("button", { name: "+1 212 555 0102", exact: true }).click();
      await expect(page.locator(".call-details")).toContainText("United States");
      return page;
    },
  },
  {
    name: "history-analytics",
    state: "Analytics",
    async show(stage) {
      const page = await openAt(stage, "history?view=analytics");
      await expect(page.getByRole("img", { name: "Calls over time, as bars" })).toBeVisible();
      return page;
    },
  },
  { name: "contacts", state: "Contacts", show: (stage) => openAt(stage, "contacts") },
  {
    name: "contacts-edit",
    state: "A new contact",
    async show(stage) {
      const page = await openAt(stage, "contacts");
      await page.getByRole("button", { name: "Add a contact" }).click();
      await page.getByLabel("Name", { exact: true }).fill("Grace Hopper");
      return page;
    },
  },
  { name: "wallet", state: "Wallet", show: (stage) => openAt(stage, "wallet") },
  { name: "settings", state: "Settings", show: (stage) => openAt(stage, "settings") },
  {
    name: "dashboard-call",
    state: "A call, at the foot of every page",
    async show(stage) {
      await stage.dialer.page.bringToFront();
      await stage.dialer.call("+14155550100");
      await stage.dialer.shows("Answered");
      return openAt(stage, "contacts");
    },
  },
];

async function openAt({ open }: Stage, route: string): Promise<Page> {
  const page = await open(`options.html#/${route}`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  return page;
}
