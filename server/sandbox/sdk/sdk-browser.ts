import { type Browser, chromium } from "playwright-core";
import { drivenChromiumFlags, findChromium } from "../../../scripts/chromium.ts";
import { SdkPage } from "./sdk-page.ts";
import { serveSdkPage, type SdkPageServer } from "./serve-sdk-page.ts";

const mediaFlags = [
  // A microphone that beeps once a second, given without asking.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
];

/** A real Chromium, and a server on loopback for pages that hold the real voice SDK. */
export class SdkBrowser {
  readonly #browser: Browser;
  readonly #server: SdkPageServer;

  private constructor(browser: Browser, server: SdkPageServer) {
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<SdkBrowser> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error("No Chromium was found. Install one, or say where it is with CHROME_PATH.");
    const server = await serveSdkPage();
    const browser = await chromium.launch({ executablePath, args: [...drivenChromiumFlags, ...mediaFlags] });
    return new SdkBrowser(browser, server);
  }

  /** A page of its own profile, whose SDK speaks to the sandbox at `signalUrl`. */
  async open(signalUrl: string): Promise<SdkPage> {
    const context = await this.#browser.newContext({ permissions: ["microphone"] });
    const page = await context.newPage();
    await page.goto(this.#server.pageUrl(signalUrl));
    return new SdkPage(page);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
