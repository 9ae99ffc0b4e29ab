import { expect } from "@playwright/test";
import { MarkedPage } from "../../../e2e/harness/marked-page.ts";
import type { Screen } from "../screen.ts";

export const idleScreens: readonly Screen[] = [
  {
    name: "dialer-idle",
    state: "Nothing typed yet",
    async show({ dialer }) {
      await expect(dialer.page.locator(".caller-id")).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "dialer-typing",
    state: "Half of a number, and who has it",
    async show({ dialer }) {
      await dialer.type("415555");
      await expect(dialer.page.locator(".suggested-person")).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "dialer-number",
    state: "A number: where it is, its price, and how long the balance lasts",
    async show({ dialer }) {
      await dialer.type("+44 20 7946 0018");
      await expect(dialer.page.locator(".destination-rate")).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "dialer-name",
    state: "A name or its initials",
    async show({ dialer }) {
      await dialer.type("dm");
      await expect(dialer.page.getByRole("button", { name: /^Digits menu/ })).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "dialer-problem",
    state: "What cannot be called",
    async show({ dialer }) {
      await dialer.type("+49 1");
      await dialer.page.getByLabel("Number or name").press("Enter");
      await expect(dialer.page.getByRole("alert")).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "dialer-countries",
    state: "The countries",
    async show({ dialer }) {
      await dialer.type("");
      await dialer.page.locator(".country-button").click();
      await expect(dialer.page.getByRole("combobox", { name: "Search countries" })).toBeFocused();
      return dialer.page;
    },
  },
  {
    name: "dialer-contacts",
    state: "Contacts",
    async show({ dialer }) {
      await dialer.page.keyboard.press("Escape");
      await dialer.button("Contacts").click();
      await expect(dialer.page.locator(".skeleton")).toHaveCount(0);
      return dialer.page;
    },
  },
  {
    name: "dialer-on-this-page",
    state: "The numbers of the page",
    async show({ context, dialer, siteUrl }) {
      const { page } = await MarkedPage.open(context, `${siteUrl}/numbers.html`);
      await new MarkedPage(page).isMarked("555-0101");
      // The dialer is in a tab here, and asks for the tab in front when it opens.
      await page.bringToFront();
      await dialer.page.reload();
      await dialer.button("On this page").click();
      await page.bringToFront();
      const list = dialer.page.getByRole("list", { name: "Numbers on this page" });
      await expect(list.getByRole("listitem").first()).toBeVisible();
      return dialer.page;
    },
  },
  {
    name: "dialer-sites",
    state: "Where numbers are marked",
    async show({ dialer }) {
      await dialer.button("Sites where numbers are marked").click();
      return dialer.page;
    },
  },
  {
    name: "dialer-stranger",
    state: "Before anybody has signed in",
    async show({ dialer }) {
      await dialer.page.evaluate(() => chrome.storage.local.remove("session"));
      await expect(dialer.button("Get started")).toBeVisible();
      return dialer.page;
    },
  },
];
