import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, ensureChromium } from "./chromium.ts";

// Draws extension/public/icon/*.png from the SVGs of extension/brand. The small sizes have a drawing of their own: what is
// fine at 128 pixels is mud at 16.
const extension = join(import.meta.dirname, "../extension");
const drawings = { 16: "icon-small.svg", 32: "icon-small.svg", 48: "icon.svg", 128: "icon.svg" };

const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
for (const [size, drawing] of Object.entries(drawings)) {
  const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
  const svg = await readFile(join(extension, "brand", drawing), "utf8");
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await writeFile(join(extension, `public/icon/${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
