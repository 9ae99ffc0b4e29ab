import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { builtExtension, launchChromium, makeProfile } from "../../e2e/harness/chromium-profile.ts";
import { extensionUrl } from "../../e2e/harness/extension-url.ts";
import { signIn } from "../../e2e/harness/sign-in.ts";
import { median } from "../median.ts";
import { waitFor } from "./caller.ts";

/** From the opening of a page to its first paint with something on it, in milliseconds: medians. */
export interface PopupFigures {
  popupMs: number;
  emptyMs: number;
  ratio: number;
}

/** Opens the popup, and beside it a page of the same extension with one word on it, in turn. */
export async function measurePopup({ serverUrl, rounds }: { serverUrl: string; rounds: number }): Promise<PopupFigures> {
  await using undo = new AsyncDisposableStack();
  const extensionFolder = await mkdtemp(join(tmpdir(), "ringback-extension-"));
  undo.defer(() => rm(extensionFolder, { recursive: true, force: true }));
  await cp(builtExtension, extensionFolder, { recursive: true });
  await writeFile(join(extensionFolder, "empty.html"), "<!doctype html><title>Empty</title><p>Empty</p>");
  const profileFolder = await makeProfile();
  undo.defer(() => rm(profileFolder, { recursive: true, force: true }));
  const context = await launchChromium(profileFolder, { headless: true, extensionFolder });
  undo.defer(() => context.close());
  await signIn({ context, serverUrl, account: "demo" });
  const taken = { "popup.html": [] as number[], "empty.html": [] as number[] };
  // The first opening of each has nothing kept to be painted, and finds no code that was compiled before.
  for (let round = 0; round <= rounds; round += 1) {
    for (const path of ["popup.html", "empty.html"] as const) {
      const paintedMs = await timePaint(context, path);
      if (round > 0) taken[path].push(paintedMs);
    }
  }
  const [popupMs, emptyMs] = [median(taken["popup.html"]), median(taken["empty.html"])];
  return { popupMs, emptyMs, ratio: popupMs / emptyMs };
}

async function timePaint(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(extensionUrl(path));
  const paintedMs = await waitFor(`${path} is painted`, () =>
    page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime),
  );
  // What was answered is kept for the next opening a moment after it came.
  await page.waitForTimeout(500);
  await page.close();
  return paintedMs;
}
