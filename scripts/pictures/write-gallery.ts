import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { docsFolder } from "./pictures-folder.ts";
import { scenes } from "./scenes.ts";
import type { Scene, Screen } from "./screen.ts";

/** Writes docs/GALLERY.md: every screen, its states, and their pictures in light and dark. */
export async function writeGallery(): Promise<void> {
  const intro = "Every screen and state, light and dark. `npm run pictures` takes the pictures and writes this page.";
  await writeFile(join(docsFolder, "GALLERY.md"), `${["# Gallery", intro, ...scenes.map(tell)].join("\n\n")}\n`);
}

function tell({ title, sizePx, screens }: Scene): string {
  const width = Math.min(sizePx.width, 420);
  return [`## ${title}`, ...screens.map((screen) => tellScreen(screen, { title, width }))].join("\n\n");
}

function tellScreen({ name, state }: Screen, { title, width }: { title: string; width: number }): string {
  const pictures = (["light", "dark"] as const).map(
    (scheme) => `  <img src="pictures/${name}-${scheme}.webp" alt="${title}: ${state}, ${scheme}" width="${width}">`,
  );
  return [`### ${state}`, ["<p>", ...pictures, "</p>"].join("\n")].join("\n\n");
}
