import { expect } from "@playwright/test";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { extensionUrl } from "./extension-url.ts";

/** The popup, as a person sees and uses it. In a tab of its own, where it stays open. */
export class Dialer {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext): Promise<Dialer> {
    const page = await context.newPage();
    await page.goto(extensionUrl("popup.html"));
    // The first paint is a picture, in which a click does nothing. What speaks to screen readers is not in it.
    await page.locator("#root > [role=status]").first().waitFor({ state: "attached" });
    return new Dialer(page);
  }

  status(): Locator {
    return this.page.locator(".call-status");
  }

  timer(): Locator {
    return this.page.getByRole("timer");
  }

  /** Waits until the timer has come to so many seconds, or beyond: how long all else takes is the machine's business. */
  async hasTalkedFor(seconds: number): Promise<void> {
    await expect
      .poll(async () => {
        const [minutes = 0, rest = 0] = ((await this.timer().textContent()) ?? "").split(":").map(Number);
        return minutes * 60 + rest;
      })
      .toBeGreaterThanOrEqual(seconds);
  }

  /** What stands beside a word such as "Rate", "Cost" or "Balance". */
  figure(name: string): Locator {
    return this.page.getByRole("definition").and(this.page.locator(`dt:text-is("${name}") + dd`));
  }

  reason(): Locator {
    return this.page.locator(".failure-reason");
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async type(number: string): Promise<void> {
    await this.page.getByLabel("Number or name").fill(number);
  }

  async call(number: string): Promise<void> {
    await this.type(number);
    await this.page.getByRole("button", { name: /^Call/ }).click();
  }

  /** Waits for a status by the contract's words. */
  async shows(status: "Initiating" | "Calling" | "Answered" | "Ended" | "Failed"): Promise<void> {
    await expect(this.status()).toHaveText(status);
  }

  /** Presses a key of the in-call keypad. */
  async pressKey(digit: string): Promise<void> {
    const cap = this.page.locator(".key-digit").getByText(digit, { exact: true });
    await this.page.locator(".dtmf .key").filter({ has: cap }).click();
  }

  /** Everything that changes during a call, on one line. */
  async summary(): Promise<string> {
    return this.page.evaluate(() => {
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- this runs in the page, which has nothing of this file
      const text = (selector: string) => document.querySelector(selector)?.textContent?.trim();
      const figures = [...document.querySelectorAll("dl dt")].map(
        (term) => `${term.textContent} ${term.nextElementSibling?.textContent}`,
      );
      return [text(".call-status") ?? "idle", text("[role=timer]"), ...figures].filter(Boolean).join(" | ");
    });
  }

  async hangUp(): Promise<void> {
    await this.button("Hang up").click();
  }
}
