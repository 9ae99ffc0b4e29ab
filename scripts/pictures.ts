import { buildExtensionIfStale } from "./build-extension.ts";
import { ensureChromium } from "./chromium.ts";
import { takePictures } from "./pictures/take-pictures.ts";
import { writeGallery } from "./pictures/write-gallery.ts";

// Pictures of every screen and state, light and dark, made by using them: docs/GALLERY.md shows them all.
process.env["CHROME_PATH"] = await ensureChromium();
await buildExtensionIfStale();
await takePictures(process.argv[3]);
await writeGallery();
