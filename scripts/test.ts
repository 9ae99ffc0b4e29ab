import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./chromium.ts";
import { runStep } from "./step.ts";
import { addCounts, countPlaywright, countVitest, type TestCounts } from "./test-counts.ts";

const reports = await mkdtemp(join(tmpdir(), "ringback-test-"));
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");
const env = {
  CHROME_PATH: await ensureChromium(),
  // Hundreds of Node processes start in these tests, and each would compile the same files again.
  NODE_COMPILE_CACHE: join(import.meta.dirname, "../node_modules/.cache/node-compile"),
};

const built = await runStep("build the extension", "wxt", ["build"], { env });
// Most of what they do is wait for calls in real time: each fills the pauses of the other.
const [vitest, playwright] = await Promise.all([
  runStep(
    "unit, contract and sandbox tests",
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
    { env, output: "when done" },
  ),
  runStep("end-to-end tests, and all others beside them", "playwright", ["test", "--config", "e2e/playwright.config.ts"], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  }),
]);

const counts = addCounts(await readCounts(vitestReport, countVitest), await readCounts(playwrightReport, countPlaywright));
await rm(reports, { recursive: true, force: true });

const everyStepPassed = [built, vitest, playwright].every(({ exitCode }) => exitCode === 0);
// A step that broke before it could report is one failure, so that the closing line never says less than happened.
const failed = everyStepPassed ? counts.failed : Math.max(1, counts.failed);
console.log(`\n${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0;

async function readCounts(path: string, count: (report: unknown) => TestCounts): Promise<TestCounts> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? { passed: 0, failed: 0, skipped: 0 } : count(JSON.parse(text));
}
