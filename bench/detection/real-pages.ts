import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BenchPage } from "./generated-pages.ts";

/** Saved pages of a folder, whose numbers nobody has counted. */
export async function realPages(folder: string): Promise<BenchPage[]> {
  const names = (await readdir(folder)).filter((name) => /\.html?$/.test(name)).toSorted();
  return Promise.all(names.map(async (name) => ({ name, html: await readFile(join(folder, name), "utf8"), numbers: undefined })));
}
