import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extensionId } from "#shared/extension-id.ts";
import { chromium, type BrowserContext } from "playwright-core";
import { z } from "zod";
import { drivenChromiumFlags, findChromium } from "../../scripts/chromium.ts";

/** Where the extension is built. */
export const builtExtension = join(import.meta.dirname, "../../.output/chrome-mv3");

const everySite = ["http://*/*", "https://*/*"];
const audioFlags = ["--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"];

export interface LaunchOptions {
  headless: boolean;
  /** Whether the extension is in it, which it is unless somebody measures what difference it makes. */
  isExtended?: boolean;
  /** What Chromium speaks; English unless it is said otherwise, whatever the machine speaks. */
  language?: string;
  /** The extension, if it is another than the one that was built. */
  extensionFolder?: string;
}

/** Starts Chromium with the built extension in a profile folder. */
export async function launchChromium(
  profileFolder: string,
  { headless, isExtended = true, language = "en", extensionFolder = builtExtension }: LaunchOptions,
): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium found: set CHROME_PATH, or run `npm test`, which installs one.");
  const context = await chromium.launchPersistentContext(profileFolder, {
    executablePath,
    headless,
    // On Linux the environment chooses the language of Chromium's own words and of an extension's; elsewhere the flag does.
    env: { ...process.env, LANGUAGE: language },
    // Whoever started the browser closes it, and cleans up after it; Playwright would end the whole process.
    handleSIGINT: false,
    handleSIGTERM: false,
    // Pages gone back to come out of memory, and the viewport is of the size of the window, as a person has it.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    viewport: headless ? { width: 1280, height: 800 } : null,
    args: [
      ...drivenChromiumFlags,
      ...audioFlags,
      `--lang=${language}`,
      ...(isExtended
        ? [`--disable-extensions-except=${extensionFolder}`, `--load-extension=${extensionFolder}`]
        : ["--disable-extensions"]),
    ],
  });
  // Until its service worker runs, the browser does not know the extension's pages.
  if (isExtended && context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker");
  return context;
}

/**
 * Makes a profile in which the extension may read these sites, or every one. The browser's own prompt cannot be answered
 * by a program, so the grant is written where the browser keeps it; the manifest that runs is the one that ships.
 */
export async function makeProfile(sites: string[] = everySite): Promise<string> {
  const profileFolder = await mkdtemp(join(tmpdir(), "ringback-profile-"));
  const context = await launchChromium(profileFolder, { headless: true });
  await context.close();
  const path = join(profileFolder, "Default", "Preferences");
  await writeFile(path, JSON.stringify(withSites(sites, JSON.parse(await readFile(path, "utf8")))));
  return profileFolder;
}

/** A copy of a profile made before, so that each test has its own for the price of a copy. */
export async function copyProfile(from: string): Promise<string> {
  const profileFolder = await mkdtemp(join(tmpdir(), "ringback-profile-"));
  await cp(from, profileFolder, { recursive: true });
  return profileFolder;
}

const permissionsSchema = z.looseObject({ explicit_host: z.array(z.string()).default([]) });
const extensionPreferencesSchema = z.looseObject({
  active_permissions: permissionsSchema,
  granted_permissions: permissionsSchema,
});
const preferencesSchema = z.looseObject({
  extensions: z.looseObject({ settings: z.record(z.string(), z.unknown()) }),
});

function withSites(sites: string[], preferences: unknown): unknown {
  const parsed = preferencesSchema.parse(preferences);
  const extension = extensionPreferencesSchema.parse(parsed.extensions.settings[extensionId]);
  extension.active_permissions.explicit_host = sites;
  extension.granted_permissions.explicit_host = sites;
  parsed.extensions.settings[extensionId] = extension;
  return parsed;
}
