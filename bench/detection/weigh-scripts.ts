import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const extensionFolder = join(import.meta.dirname, "../../.output/chrome-mv3");

/** Bytes that a page has to take in, as built, packed as they would travel. Extensions lie on the disk, so these say how much there is to parse. */
export interface Weights {
  /** Every page of a site opted into. */
  beforeFirstCandidateGzipBytes: number;
  /** Pages with something that may be a number. */
  afterFirstCandidateGzipBytes: number;
}

export async function weighScripts(): Promise<Weights> {
  const [script, styles, tools] = await Promise.all(
    ["content-scripts/content.js", "content-scripts/content.css", "page-tools.js"].map(async (path) => {
      return gzipSync(await readFile(join(extensionFolder, path))).length;
    }),
  );
  const before = (script ?? 0) + (styles ?? 0);
  return { beforeFirstCandidateGzipBytes: before, afterFirstCandidateGzipBytes: before + (tools ?? 0) };
}
