import type { BrowserContext, Locator, Page } from "playwright-core";
import { extensionUrl } from "./extension-url.ts";

/** The wallet page, as a person sees and uses it. */
export class Wallet {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext): Promise<Wallet> {
    const page = await context.newPage();
    await page.goto(extensionUrl("options.html#/wallet"));
    return new Wallet(page);
  }

  /** What stands beside a word such as "Balance" or "Owed". */
  figure(name: string): Locator {
    return this.page.locator(`.wallet-balance dt:text-is("${name}") + dd`);
  }

  /** The section under a heading. */
  section(title: string): Locator {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: title, exact: true }) });
  }

  /** The lines of the statement, newest first. */
  lines(): Locator {
    return this.page.locator(".statement-table tbody tr").filter({ has: this.page.locator("td") });
  }

  /** What a line of the statement says moved, and what was left after it. */
  async amounts(line: Locator): Promise<string[]> {
    return line.getByRole("cell").allInnerTexts();
  }
}
