import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startPageServer } from "../e2e/harness/page-server.ts";
import { buildExtensionIfStale } from "./build-extension.ts";
import { chromiumFlags, findChromium } from "./chromium.ts";

const root = join(import.meta.dirname, "..");
const extensionFolder = join(root, ".output/chrome-mv3");

// Starts the server (with the sandbox carrier when there are no credentials), and a browser where there is a screen for it.
await buildExtensionIfStale();
const server = spawn(process.execPath, [join(root, "server/main.ts")], { stdio: "inherit" });
server.on("exit", (code) => process.exit(code ?? 1));
const stop = () => server.kill("SIGTERM");
process.once("SIGINT", stop);
process.once("SIGTERM", stop);

const pages = await startPageServer();
const demoPage = `${pages.url}/numbers.html`;
const browser = hasDisplay() ? openBrowser(demoPage) : undefined;
if (browser) {
  console.log(`A browser with Ringback opens ${demoPage}, a page of numbers to try.`);
} else {
  console.log(
    `To use Ringback, open chrome://extensions, switch on "Developer mode", press "Load unpacked" and choose\n` +
      `  ${extensionFolder}\nThen open ${demoPage}, a page of numbers to try.`,
  );
}

function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

/** A browser with a profile of its own, so that nothing of the person's own browser is touched. */
function openBrowser(url: string): ChildProcess | undefined {
  const path = findChromium();
  if (!path) return undefined;
  const profileFolder = join(root, "data/browser");
  mkdirSync(profileFolder, { recursive: true });
  const flags = [
    ...chromiumFlags,
    "--no-default-browser-check",
    `--user-data-dir=${profileFolder}`,
    `--load-extension=${extensionFolder}`,
  ];
  return spawn(path, [...flags, url], { stdio: "ignore" });
}
