import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "playwright-core";
import { extensionUrl } from "./extension-url.ts";

/** The welcome page, as a new user goes through it. */
export class Welcome {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext): Promise<Welcome> {
    const page = await context.newPage();
    await page.goto(extensionUrl("welcome.html#connect"));
    return new Welcome(page);
  }

  /** Names a server, since those of tests do not listen where a server does by default, and takes its demo account. */
  async connectToDemo(serverUrl: string): Promise<void> {
    // Whether a server answers at the default address is the machine's business; the form is there either way.
    const elsewhere = this.page.getByText("Use another server");
    const address = this.page.getByLabel("Server address");
    await expect(elsewhere.or(address).first()).toBeVisible();
    if (await elsewhere.isVisible()) await elsewhere.click();
    await address.fill(serverUrl);
    await address.press("Enter");
    await this.page.getByRole("button", { name: /demo/i }).click();
    await expect(this.page.getByRole("heading", { name: "You are connected" })).toBeVisible();
  }

  async goOn(): Promise<void> {
    await this.page.locator(".step-actions a").click();
  }

  heading(name: string) {
    return this.page.getByRole("heading", { level: 1, name });
  }
}
