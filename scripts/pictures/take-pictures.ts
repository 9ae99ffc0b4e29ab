import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { picturesFolder } from "./pictures-folder.ts";
import { scenes } from "./scenes.ts";
import type { Scene, Screen } from "./screen.ts";
import { setStage } from "./stage.ts";

/** Takes the pictures of all scenes, or of those whose title has `only` in it. */
export async function takePictures(only = ""): Promise<void> {
  await mkdir(picturesFolder, { recursive: true });
  for (const scene of scenes) if (scene.title.toLowerCase().includes(only.toLowerCase())) await play(scene);
}

async function play(scene: Scene): Promise<void> {
  await using undo = new AsyncDisposableStack();
  const stage = await setStage(scene.language, undo);
  for (const screen of scene.screens) {
    const page = await screen.show(stage);
    await take(page, screen, scene);
    console.log(`${scene.title}: ${screen.state}`);
  }
}

async function take(page: Page, { name }: Screen, { sizePx, zoom = 1, hasForcedColors = false }: Scene): Promise<void> {
  await page.bringToFront();
  const devTools = await page.context().newCDPSession(page);
  // To a page, a browser's zoom is fewer and larger pixels.
  await page.setViewportSize({ width: Math.round(sizePx.width / zoom), height: Math.round(sizePx.height / zoom) });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce", forcedColors: hasForcedColors ? "active" : "none" });
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    // Playwright takes PNG and JPEG only. WebP is a fifth of the one, and without the stains of the other.
    const { data } = await devTools.send("Page.captureScreenshot", { format: "webp", quality: 85 });
    await writeFile(join(picturesFolder, `${name}-${colorScheme}.webp`), data, "base64");
  }
  await devTools.detach();
}
