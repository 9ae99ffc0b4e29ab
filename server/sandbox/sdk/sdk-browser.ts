import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { chromiumFlags, findChromium } from "../../../scripts/chromium.ts";
import { SdkPage } from "./sdk-page.ts";

const mediaFlags = [
  // A microphone that beeps once a second, given without asking.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
];

// The SDK as its makers built it for a script tag. The package does not export that file, but it lies beside its entry.
const sdkEntry = createRequire(import.meta.url).resolve("@twilio/voice-sdk");
const sdkScript = join(dirname(sdkEntry), "../dist/twilio.js");

const files: Record<string, { path: URL | string; type: string }> = {
  "/": { path: new URL("page/index.html", import.meta.url), type: "text/html" },
  "/before-sdk.js": { path: new URL("page/before-sdk.js", import.meta.url), type: "text/javascript" },
  "/harness.js": { path: new URL("page/harness.js", import.meta.url), type: "text/javascript" },
  "/twilio.js": { path: sdkScript, type: "text/javascript" },
  "/sound.opus": { path: new URL("../prompts/clips/goodbye.opus", import.meta.url), type: "audio/ogg" },
};

/** A real Chromium, and a server on loopback for pages that hold the real voice SDK. */
export class SdkBrowser {
  readonly #browser: Browser;
  readonly #server: Server;

  private constructor(browser: Browser, server: Server) {
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<SdkBrowser> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error("No Chromium was found. Install one, or say where it is with CHROME_PATH.");
    const server = createServer((request, response) => {
      const file = files[new URL(request.url ?? "/", "http://page").pathname];
      if (!file) return response.writeHead(404).end();
      readFile(file.path).then(
        (content) => response.writeHead(200, { "content-type": file.type }).end(content),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, ...mediaFlags] });
    return new SdkBrowser(browser, server);
  }

  /** A page of its own profile, whose SDK speaks to the sandbox at `signalUrl`. */
  async open(signalUrl: string): Promise<SdkPage> {
    const context = await this.#browser.newContext({ permissions: ["microphone"] });
    const page = await context.newPage();
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?signalUrl=${encodeURIComponent(signalUrl)}`);
    return new SdkPage(page);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
