import { glob, stat } from "node:fs/promises";
import { join } from "node:path";
import { runStep } from "./step.ts";

const root = join(import.meta.dirname, "..");
const manifestPath = join(root, ".output/chrome-mv3/manifest.json");
const sources = ["extension/**/*", "shared/**/*", "wxt.config.ts", "package-lock.json"];

/** Builds the extension unless the build is newer than all it is made of. Ends the process when the build fails. */
export async function buildExtensionIfStale(): Promise<void> {
  const builtAtMs = await modifiedMs(manifestPath);
  if (builtAtMs !== undefined && builtAtMs > (await newestSourceMs())) return;
  const { exitCode } = await runStep("build the extension", "wxt", ["build"]);
  if (exitCode !== 0) process.exit(exitCode);
}

async function newestSourceMs(): Promise<number> {
  let newestMs = 0;
  for await (const path of glob(sources, { cwd: root })) newestMs = Math.max(newestMs, (await modifiedMs(join(root, path))) ?? 0);
  return newestMs;
}

async function modifiedMs(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs;
}
