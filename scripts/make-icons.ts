import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, ensureChromium } from "./chromium.ts";

// Draws extension/public/icon/*.png from the SVGs of extension/brand. The small sizes have a drawing of their own: what is
// fine at 128 pixels is mud at 16.
const extension = join(import.meta.dirname, "../extension");
const drawings = [
  { name: "16", size: 16, drawing: "icon-small.svg" },
  { name: "32", size: 32, drawing: "icon-small.svg" },
  { name: "48", size: 48, drawing: "icon.svg" },
  { name: "128", size: 128, drawing: "icon.svg" },
  // Shown on the toolbar alone, while a call is on.
  ...["talking", "muted"].flatMap((state) =>
    [16, 32].map((size) => ({ name: `${state}-${size}`, size, drawing: `icon-${state}.svg` })),
  ),
];

const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
for (const { name, size, drawing } of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(join(extension, "brand", drawing), "utf8");
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await writeFile(join(extension, `public/icon/${name}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
