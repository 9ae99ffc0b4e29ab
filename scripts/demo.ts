import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium, makeProfile } from "../e2e/harness/chromium-profile.ts";
import { startNode } from "../e2e/harness/child-process.ts";
import { freePort } from "../e2e/harness/free-port.ts";
import { startPageServer } from "../e2e/harness/page-server.ts";
import { buildExtensionIfStale } from "./build-extension.ts";
import { ensureChromium } from "./chromium.ts";
import { compareRecords } from "./demo/compare-records.ts";
import { makeDemoCall } from "./demo/make-demo-call.ts";
import { createNarrator } from "./demo/narrator.ts";

// A real call from a click on a page to the row in the history, on this machine alone, with its records compared at the end.
const root = join(import.meta.dirname, "..");
const picturesFolder = join(root, "demo-pictures");
process.env["CHROME_PATH"] = await ensureChromium();
await buildExtensionIfStale();

await using undo = new AsyncDisposableStack();
const narrator = createNarrator();
const dataFolder = await mkdtemp(join(tmpdir(), "ringback-demo-"));
undo.defer(() => rm(dataFolder, { recursive: true, force: true }));
await rm(picturesFolder, { recursive: true, force: true });
await mkdir(picturesFolder, { recursive: true });

const serverUrl = `http://127.0.0.1:${await freePort()}`;
const databasePath = join(dataFolder, "ringback.sqlite");
const server = await startNode([join(root, "server/main.ts")], {
  env: { HOST: "127.0.0.1", PORT: new URL(serverUrl).port, DATABASE_PATH: databasePath, LOG_LEVEL: "warn" },
  isReady: () =>
    fetch(`${serverUrl}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    ),
});
undo.defer(() => server.stop());
const pages = await startPageServer();
undo.defer(() => pages.close());
narrator.tell("server and sandbox carrier are up", serverUrl);

const profileFolder = await makeProfile();
undo.defer(() => rm(profileFolder, { recursive: true, force: true }));
const hasDisplay = Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]) || process.platform === "darwin";
const context = await launchChromium(profileFolder, { headless: !hasDisplay });
undo.defer(() => context.close());
await context.grantPermissions(["microphone"]);
narrator.tell("Chromium runs the built extension");

const made = await makeDemoCall({ context, serverUrl, pageUrl: `${pages.url}/numbers.html`, picturesFolder, narrator });
const disagreements = await compareRecords({ ...made, databasePath, narrator });

narrator.tell(`pictures of every step are in ${picturesFolder}`);
if (disagreements.length > 0) {
  console.error(`\nThe records do not agree:\n${disagreements.map((line) => `  ${line}`).join("\n")}`);
  process.exitCode = 1;
} else {
  console.log("\nThe dialer, the history and the ledger agree to the micro-dollar.");
}
