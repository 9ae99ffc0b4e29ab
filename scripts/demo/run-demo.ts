import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium, makeProfile } from "../../e2e/harness/chromium-profile.ts";
import { startNode } from "../../e2e/harness/child-process.ts";
import { startPageServer } from "../../e2e/harness/page-server.ts";
import { serverReady } from "../../e2e/harness/stack.ts";
import { compareRecords } from "./compare-records.ts";
import { makeDemoCall } from "./make-demo-call.ts";
import { createNarrator } from "./narrator.ts";

const root = join(import.meta.dirname, "../..");
const picturesFolder = join(root, "demo-pictures");

/**
 * Starts everything, makes the call, and gives a sentence for each two records that differ. Leaves nothing behind but the
 * pictures, also when `signal` stops it in the middle.
 */
export async function runDemo(signal: AbortSignal): Promise<string[]> {
  await using undo = new AsyncDisposableStack();
  signal.addEventListener("abort", () => void undo.disposeAsync(), { once: true });
  const narrator = createNarrator();
  const dataFolder = await mkdtemp(join(tmpdir(), "ringback-demo-"));
  undo.defer(() => rm(dataFolder, { recursive: true, force: true }));
  await rm(picturesFolder, { recursive: true, force: true });
  await mkdir(picturesFolder, { recursive: true });

  const databasePath = join(dataFolder, "ringback.sqlite");
  const server = await startNode([join(root, "server/main.ts")], {
    env: { HOST: "127.0.0.1", PORT: "0", DATABASE_PATH: databasePath, LOG_LEVEL: "warn" },
    ready: serverReady,
  });
  undo.defer(() => server.stop());
  const pages = await startPageServer();
  undo.defer(() => pages.close());
  narrator.tell("server and sandbox carrier are up", server.url);

  const profileFolder = await makeProfile();
  undo.defer(() => rm(profileFolder, { recursive: true, force: true }));
  const context = await launchChromium(profileFolder, { headless: !hasDisplay() });
  undo.defer(() => context.close());
  await context.grantPermissions(["microphone"]);
  narrator.tell("Chromium runs the built extension");

  const made = await makeDemoCall({
    context,
    serverUrl: server.url,
    pageUrl: `${pages.url}/numbers.html`,
    picturesFolder,
    narrator,
  });
  const disagreements = await compareRecords({ ...made, databasePath, narrator });
  narrator.tell(`pictures of every step are in ${picturesFolder}`);
  return disagreements;
}

function hasDisplay(): boolean {
  return process.platform === "darwin" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}
