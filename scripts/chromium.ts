import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const chromiumNames = ["chromium", "chromium-browser"];
const chromeNames = ["google-chrome", "google-chrome-stable", "chrome"];
const macPaths = ["/Applications/Chromium.app/Contents/MacOS/Chromium"];

// Google Chrome stopped taking --load-extension with this version; Chromium and Chrome for Testing still do.
const firstChromeWithoutLoadExtension = 137;

/**
 * Flags for a Chromium that keeps quiet on a closed network. Its sandbox is switched off only for root,
 * under whom Chromium refuses to start with it.
 */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// A browser takes one list of these only: this one stands in for Playwright's own, whose features come after the first two.
const featuresOff = [
  // Chromium draws the suggestions of its address bar by two pages of its own, which took half of the work of starting it.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** The same for a Chromium that Playwright drives. */
export const drivenChromiumFlags = [...chromiumFlags, `--disable-features=${featuresOff.join(",")}`];

/** The path of a Chromium that can load the extension: CHROME_PATH, else one installed. Undefined when there is none. */
export function findChromium(): string | undefined {
  const configured = process.env["CHROME_PATH"];
  if (configured) return isExecutable(configured) ? configured : undefined;
  const candidates = [...onPath(chromiumNames), ...macPaths, chromium.executablePath(), ...onPath(chromeNames)];
  return candidates.find((path) => isExecutable(path) && loadsExtensions(path));
}

/** As findChromium, but installs one when there is none, showing progress; ends the process with one sentence when it cannot. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (process.env["CHROME_PATH"])
    giveUp(`CHROME_PATH names ${process.env["CHROME_PATH"]}, which is not a program that can be run.`);
  console.log("No Chromium found: installing one. This happens once.");
  if (isDebianRoot()) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium"]);
  }
  if (!findChromium())
    run(process.execPath, [join(import.meta.dirname, "../node_modules/playwright-core/cli.js"), "install", "chromium"]);
  const path = findChromium();
  if (!path) giveUp("No Chromium could be installed.");
  return path;
}

function giveUp(what: string): never {
  console.error(`${what} Install Chromium (or Chrome for Testing) and set CHROME_PATH to its program, then run this again.`);
  process.exit(1);
}

function onPath(names: string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Asks the program itself: distributions ship placeholders under Chromium's name that only say where to get it. */
function loadsExtensions(path: string): boolean {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  if (status !== 0) return false;
  const branded = /^Google Chrome (\d+)/.exec(stdout);
  return !branded || Number(branded[1]) < firstChromeWithoutLoadExtension;
}

function isDebianRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && onPath(["apt-get"]).some(isExecutable);
}

function run(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  } catch {
    console.error(`"${command} ${args.join(" ")}" did not succeed.`);
  }
}
