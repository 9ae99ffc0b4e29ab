import { access, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";
import { copyProfile, launchChromium, makeProfile } from "../../e2e/harness/chromium-profile.ts";
import { median } from "../median.ts";
import { serveFolder } from "./serve-folder.ts";

/** What Speedometer gives a browser with the extension on every site, and the same browser without it. */
export interface SpeedometerFigures {
  /** The score of each round; more is better. */
  without: number[];
  with: number[];
  /** The median with by the median without. */
  ratio: number;
}

export interface SpeedometerOptions {
  /** A checkout of https://github.com/WebKit/Speedometer, release/3. */
  folder: string;
  rounds: number;
  /** How often each round goes through all its suites: Speedometer's own setting. */
  iterations: number;
}

// Speedometer keeps what it found in its client, under the names of its metrics (resources/main.mjs).
const metricsSchema = z.object({ Score: z.object({ mean: z.number().positive() }) });
const longestRoundMs = 30 * 60_000;

/** Runs Speedometer from a folder without and with the extension in turn, so that whatever else the machine does meets both. */
export async function measureSpeedometer({ folder, rounds, iterations }: SpeedometerOptions): Promise<SpeedometerFigures> {
  await access(resolve(folder, "index.html"));
  const server = await serveFolder(resolve(folder));
  const profile = await makeProfile();
  const url = `${server.url}/index.html?startAutomatically&iterationCount=${iterations}`;
  const figures = { without: [] as number[], with: [] as number[] };
  try {
    for (let round = 0; round < rounds; round++) {
      // Whoever comes second finds the disk's cache warm, so each comes second every other time.
      const order = round % 2 === 0 ? (["without", "with"] as const) : (["with", "without"] as const);
      for (const which of order) figures[which].push(await scoreOnce(profile, url, { isExtended: which === "with" }));
    }
  } finally {
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
  return { ...figures, ratio: median(figures.with) / median(figures.without) };
}

async function scoreOnce(profile: string, url: string, { isExtended }: { isExtended: boolean }): Promise<number> {
  const ownProfile = await copyProfile(profile);
  const context = await launchChromium(ownProfile, { headless: true, isExtended });
  try {
    const page = await context.newPage();
    // Started with its extension, the browser opens the welcome page at some moment, and a page behind another has a frame a second.
    context.on("page", (other) => void other.close());
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.bringToFront();
    await page.goto(url);
    await page.waitForFunction("document.querySelector('#result-number')?.textContent", undefined, { timeout: longestRoundMs });
    if ((await isRead(page)) !== isExtended) throw new Error(`The extension ${isExtended ? "did not read" : "read"} the page.`);
    const metrics = await page.evaluate("({ Score: { mean: benchmarkClient.metrics.Score.mean } })");
    return metricsSchema.parse(metrics).Score.mean;
  } finally {
    await context.close();
    await rm(ownProfile, { recursive: true, force: true });
  }
}

// The extension registers its highlights as the first thing it does on a page.
function isRead(page: Page): Promise<boolean> {
  return page.evaluate(() => CSS.highlights.size > 0);
}
